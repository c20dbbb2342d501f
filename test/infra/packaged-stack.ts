import { chosenEverything } from './chosen-everything.ts';
import { evaluate } from './evaluate.ts';
import { packageStack, readTemplate } from './package-stack.ts';
import { reEncryptingPolicy } from './sample-policy.ts';
import type { Template } from './template.ts';

/** What `osls package` made, once for all tests of the template. */
export type PackagedStack = {
  readonly dir: string;
  readonly optedIn: boolean; // to copies, quarantine and so the circuit breaker
  readonly whole: Template;
  readonly plain: Template; // with no parameter given
  readonly everything: Template; // with every parameter given
};

/** Buckets with wildcards in their names and without. */
export const optedIn = {
  copyBuckets: 'payroll-*,archive',
  quarantineBuckets: 'uploads-?,archive',
} as const;

export const packageOnce = async (
  params: Readonly<Record<string, string>> = {},
): Promise<PackagedStack> => {
  const folder = await packageStack({ policy: reEncryptingPolicy, params });
  const whole = await readTemplate(folder);
  const [plain, everything] = [evaluate(whole), evaluate(whole, chosenEverything)];
  return { dir: folder.dir, optedIn: params === optedIn, whole, plain, everything };
};
