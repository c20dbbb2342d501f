import { type Command, Option } from 'commander';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import type { Finish } from '../exit-codes.ts';
import { parseBucket } from '../parse-bucket.ts';
import { printEntries } from '../quarantine/print-entries.ts';
import { readEntries } from '../quarantine/read-entries.ts';
import { asReleaseRole } from '../stack/as-release-role.ts';
import { connectStack } from '../stack/connect-stack.ts';
import { quarantineOf } from '../stack/quarantine-of.ts';
import { jsonOption, regionOption, stackOption, withDebug } from './shared-options.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `List everything that was moved away or isolated, the oldest first.

Each with its id, its state, since when, from where, and the rule that it was found to
violate. The id is shortened as far as it stays unambiguous; --json prints it whole. A
manifest that cannot be read is listed as such, and stops nothing.`;

const AFTER = `
Needs: cloudformation:DescribeStacks; s3:ListBucket and s3:GetObject on the quarantine
  bucket and kms:Decrypt on its key, which only the release role has.

Exit codes:
  0    everything was listed, or there is nothing
  2    a manifest could not be read, or the command failed

Examples:
  $ sealward quarantine list --stack sealward-prod
  $ sealward quarantine list --stack sealward-prod --bucket payroll-eu
  $ sealward quarantine list --stack sealward-prod --json | jq 'select(.state == "isolated")'`;

type ListOptions = {
  readonly stack: string;
  readonly bucket?: string;
  readonly json?: true;
  readonly region?: string;
};

export const addQuarantineList = (group: Command, door: CliDoor, finish: Finish): void => {
  const command = group
    .command('list')
    .summary('list everything that was moved away or isolated')
    .description(unwrap(ABOUT))
    .addOption(stackOption())
    .addOption(new Option('--bucket <name>', 'only what came from this bucket'))
    .addOption(jsonOption('print one JSON object per line, the last one with the summary'))
    .addOption(regionOption())
    .addHelpText('after', AFTER)
    .action(async (options: ListOptions) => {
      const bucket = options.bucket === undefined ? undefined : parseBucket(options.bucket);
      const stack = await connectStack(door, options);
      const quarantine = quarantineOf(stack);
      const entries = await asReleaseRole(door, quarantine, async () =>
        readEntries(door, stack, quarantine.bucket, bucket),
      );
      finish(printEntries(entries, door.terminal, { json: options.json === true, bucket }));
    });
  withDebug(command);
};
