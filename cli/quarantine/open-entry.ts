import { readPlan } from '../../app/release/read-plan.ts';
import type { Policy } from '../../core/policy/load-policy.ts';
import type { ReleasePlan } from '../../core/release/release-plan.ts';
import type { CliDoor, CliStack } from '../../runtime/wire-cli.ts';
import { parseBucket } from '../parse-bucket.ts';
import { compileFor } from '../policy/compile-for.ts';
import { readPolicyFiles, requireValid } from '../policy/read-policy-files.ts';
import { asReleaseRole } from '../stack/as-release-role.ts';
import { connectStack } from '../stack/connect-stack.ts';
import { quarantineOf, type StackQuarantine } from '../stack/quarantine-of.ts';
import { findOne, parseId, type QuarantinedEntry } from './find-one.ts';

export type EntryOptions = {
  readonly stack: string;
  readonly policy: string;
  readonly bucket?: string;
  readonly region?: string;
};

/** One entry, and what releasing it would do now. Nothing was written. */
export type OpenEntry = {
  readonly stack: CliStack;
  readonly quarantine: StackQuarantine;
  readonly policy: Policy;
  readonly policyPath: string;
  readonly entry: QuarantinedEntry;
  readonly plan: ReleasePlan;
  readonly writing: ReturnType<CliStack['releaseWith']>;
};

export const openEntry = async (
  door: CliDoor,
  idText: string,
  options: EntryOptions,
): Promise<OpenEntry> => {
  const id = parseId(idText);
  const bucket = options.bucket === undefined ? undefined : parseBucket(options.bucket);
  const files = await readPolicyFiles(door, options.policy);
  requireValid(files); // mistakes are said before anything is asked of AWS
  const stack = await connectStack(door, options);
  const quarantine = quarantineOf(stack);
  const policy = compileFor(files, stack);
  return asReleaseRole(door, quarantine, async () => {
    const wanted = { id, ...(bucket !== undefined && { bucket }) };
    const entry = await findOne(door, stack, quarantine.bucket, wanted);
    const writing = stack.releaseWith(quarantine.stateTable, quarantine, ({ bytes, ofBytes }) =>
      door.terminal.progress(`copied ${Math.floor((bytes / ofBytes) * 100)} % of ${ofBytes} bytes`),
    );
    const { account } = stack;
    const { readProgress } = writing;
    const { now, toProblem } = door;
    const ports = { ...stack, policy, account, readProgress, now, toProblem };
    const plan = await readPlan({ ...ports, quarantineBucket: quarantine.bucket }, entry);
    return { stack, quarantine, policy, policyPath: options.policy, entry, plan, writing };
  });
};
