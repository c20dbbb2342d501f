import { type Command, Option } from 'commander';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import type { Finish } from '../exit-codes.ts';
import { type EntryOptions, openEntry } from '../quarantine/open-entry.ts';
import { printRelease } from '../quarantine/print-release.ts';
import { releaseExitCode, runRelease } from '../quarantine/run-release.ts';
import { parseReason } from '../stack/parse-reason.ts';
import {
  jsonOption,
  policyOption,
  reasonOption,
  regionOption,
  stackOption,
  withDebug,
} from './shared-options.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `Give an object back: put it where it was, or take its isolation away.

It is judged first, as it would be then: as it was if the policy has nothing against that
by now, else under the target of its rule, else only under an exemption. What the policy
would find in violation again is refused, and so is whatever would bury an object that is
there by now, or replace an older version because versioning is suspended. Bytes, headers, metadata, tags, annotations, storage class and ACL come back
and are compared; version id and Last-Modified are new. Of an isolated object exactly our
own tag is taken away. The copy in quarantine is kept.

A dry run unless --apply is given. Who and why stand in the ledger before anything is
written, and how it ended afterwards. After Ctrl-C the same command goes on; what a run has
put back before it was interrupted is only noted by the next one.`;

const AFTER = `
Needs: the stack's release role. A key that is no target of the policy, to put something
  back as it was, also needs kms:GenerateDataKey and kms:Decrypt on that key.

Exit codes:
  0    it was released
  1    without --apply: it would be released
  2    it was refused, or failed; what it prints says why, and what is there now
  130  interrupted: run it again to go on

Examples:
  $ sealward quarantine release 1f3a9c0d2b4e --stack sealward-prod --reason 'SEC-412: a test file'
  $ sealward quarantine release 1f3a9c0d2b4e --stack sealward-prod --reason SEC-412 --apply`;

type ReleaseOptions = EntryOptions & {
  readonly reason: string;
  readonly apply?: true;
  readonly json?: true;
};

export const addQuarantineRelease = (group: Command, door: CliDoor, finish: Finish): void => {
  const command = group
    .command('release')
    .summary('give one object back (a dry run unless --apply)')
    .description(unwrap(ABOUT))
    .argument('<id>', 'id, or its first digits, as `list` prints them')
    .addOption(stackOption())
    .addOption(reasonOption())
    .option('--apply', 'release it')
    .addOption(policyOption())
    .addOption(new Option('--bucket <name>', 'bucket that it came from; saves looking for it'))
    .addOption(jsonOption('print one JSON object'))
    .addOption(regionOption())
    .addHelpText('after', AFTER)
    .action(async (id: string, options: ReleaseOptions) => {
      const reason = parseReason(options.reason);
      const open = await openEntry(door, id, options);
      const run = await runRelease(door, open, { reason, apply: options.apply === true });
      const exitCode = releaseExitCode(run);
      const { terminal } = door;
      printRelease(open, run, { terminal, json: options.json === true, exitCode });
      finish(exitCode);
    });
  withDebug(command);
};
