import type { Command } from 'commander';
import type { Finish } from '../exit-codes.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { connect } from '../connect.ts';
import { createEnrollReport } from '../enroll/enroll-report.ts';
import { enrollExitCode, runEnroll } from '../enroll/run-enroll.ts';
import { parseBucket } from '../parse-bucket.ts';
import { accountOption, jsonOption, regionOption, withDebug } from './shared-options.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `Switch on the delivery of a bucket's events to EventBridge.

Without it no upload is ever judged when it happens. Whatever the bucket already
notifies (topics, queues, functions) is kept as it is. Prints the difference; writes it
only with --apply, then reads it back and compares. S3 replaces the configuration as a
whole and without a precondition: a change that someone else makes in the same second
can be lost, and is looked for afterwards. Events start to come after about five minutes.`;

const AFTER = `
Needs: s3:GetBucketNotification; with --apply also s3:PutBucketNotification.

Exit codes:
  0    every bucket is enrolled
  1    without --apply: at least one bucket is not enrolled yet
  2    a bucket could not be read, written or verified (wins over 1)

Examples:
  $ sealward enroll payroll-eu
  $ sealward enroll payroll-eu invoices-eu --apply`;

type EnrollOptions = {
  readonly apply?: true;
  readonly json?: true;
  readonly region?: string;
  readonly account?: string;
};

export const addEnrollCommand = (program: Command, door: CliDoor, finish: Finish): void => {
  const command = program
    .command('enroll')
    .summary("switch a bucket's events on (a dry run unless --apply)")
    .description(unwrap(ABOUT))
    .argument('<bucket...>', 'one or more buckets')
    .option('--apply', 'write the difference')
    .addOption(jsonOption('print one JSON object per bucket and line'))
    .addOption(regionOption())
    .addOption(accountOption())
    .addHelpText('after', AFTER)
    .action(async (names: readonly string[], options: EnrollOptions) => {
      const buckets = [...new Set(names.map(parseBucket))];
      const aws = await connect(door, options);
      const report = createEnrollReport(door.terminal, {
        json: options.json === true,
        account: aws.account,
      });
      const all = await runEnroll(buckets, {
        ports: { ...aws, pause: door.pause, toProblem: door.toProblem },
        apply: options.apply === true,
        report: report.bucket,
      });
      report.end(all);
      finish(enrollExitCode(all));
    });
  withDebug(command);
};
