import type { Command } from 'commander';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import type { Finish } from '../exit-codes.ts';
import { connectStack } from '../stack/connect-stack.ts';
import { printStatus, statusExitCode } from '../status/print-status.ts';
import { readStatus } from '../status/read-status.ts';
import { jsonOption, regionOption, stackOption, withDebug } from './shared-options.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `Say what a deployed stack is doing, and what it may have left lying.

Its mode; the copies that are under way, with how many parts are done; multipart uploads
that its roles have begun and that nothing goes on with, or that were noted more than 24
hours ago; and the circuit breakers that are open. Each upload comes with the command that
ends it. Changes nothing, and ends nothing by itself.`;

const AFTER = `
Needs: cloudformation:DescribeStacks; dynamodb:Scan on the state table;
  s3:ListBucketMultipartUploads and s3:ListMultipartUploadParts in the buckets that the
  stack may copy in and in its quarantine bucket, s3:ListAllMyBuckets where they are given
  as patterns; s3:AbortMultipartUpload for the commands that it prints.

Exit codes:
  0    nothing to look after
  1    an upload is left over, or a circuit breaker is open
  2    something could not be seen, or the command failed (wins over 1)

Examples:
  $ sealward status --stack sealward-prod
  $ sealward status --stack sealward-prod --json | jq -r '.leftovers[].end'`;

type StatusOptions = {
  readonly stack: string;
  readonly json?: true;
  readonly region?: string;
};

export const addStatusCommand = (program: Command, door: CliDoor, finish: Finish): void => {
  const command = program
    .command('status')
    .summary('say what a stack is doing, and what it left lying')
    .description(unwrap(ABOUT))
    .addOption(stackOption())
    .addOption(jsonOption('print one JSON object'))
    .addOption(regionOption())
    .addHelpText('after', AFTER)
    .action(async (options: StatusOptions) => {
      const stack = await connectStack(door, options);
      const status = await readStatus(door, stack);
      printStatus(status, stack, door.terminal, options.json === true);
      finish(statusExitCode(status));
    });
  withDebug(command);
};
