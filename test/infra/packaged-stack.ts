import { chosenEverything } from './chosen-everything.ts';
import { evaluate } from './evaluate.ts';
import { packageStack, readTemplate } from './package-stack.ts';
import { reEncryptingPolicy } from './sample-policy.ts';
import type { Template } from './template.ts';

/** What `osls package` made, once for all tests of the template. */
export type PackagedStack = {
  readonly dir: string;
  readonly whole: Template;
  readonly plain: Template; // with no parameter given
  readonly everything: Template; // with every parameter given
};

export const packageOnce = async (): Promise<PackagedStack> => {
  const folder = await packageStack({ policy: reEncryptingPolicy });
  const whole = await readTemplate(folder);
  const [plain, everything] = [evaluate(whole), evaluate(whole, chosenEverything)];
  return { dir: folder.dir, whole, plain, everything };
};
