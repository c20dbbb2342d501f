import type { Command } from 'commander';
import type { Finish } from '../exit-codes.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { createJsonReport, createTextReport } from '../check/check-report.ts';
import { chooseRefs, refuseContradictions } from '../check/choose-refs.ts';
import { nothingFound } from '../check/nothing-found.ts';
import { parseS3Uri } from '../check/parse-s3-uri.ts';
import { runCheck } from '../check/run-check.ts';
import { showProgress } from '../check/show-progress.ts';
import { connect } from '../connect.ts';
import { compileFor } from '../policy/compile-for.ts';
import { readPolicyFiles, requireValid } from '../policy/read-policy-files.ts';
import {
  accountOption,
  countUpTo,
  jsonOption,
  policyOption,
  regionOption,
  withDebug,
} from './shared-options.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `Judge objects against the policy, and say what would follow. Changes nothing.

Prints the verdict, the rule that governs, what it requires, what was expected and
found, and the order that the stack would give, or why it would only report.
The URI is no URL: what follows s3://bucket/ is the raw key, so \`%\`, \`+\`, \`#\` and
\`?versionId=x\` are parts of it. A URI without a key, or one that ends with a slash,
means all objects below it. Quote it, since shells act on \`?\`, \`*\`, \`#\` and spaces.`;

const AFTER = `
Needs: s3:GetObject, s3:GetObjectVersion, s3:ListBucket (s3:ListBucketVersions with
  --all-versions), kms:DescribeKey; where the policy asks for it s3:GetObjectTagging,
  s3:GetObjectVersionTagging, s3:GetBucketTagging, kms:GetKeyRotationStatus,
  s3:GetReplicationConfiguration; s3:GetObjectRetention and s3:GetObjectLegalHold, to
  see locks that would stand in the way. Never kms:Decrypt: no data is read.

Exit codes:
  0    all compliant or exempt
  1    at least one violation
  2    something could not be decided, was not there, or failed (wins over 1)
  130  interrupted: the summary tells what was judged until then

Examples:
  $ sealward check 's3://payroll-eu/statements/2026/may.pdf'
  $ sealward check 's3://payroll-eu/statements/' --quiet
  $ sealward check 's3://payroll-eu/statements/2026/may.pdf' --all-versions
  $ sealward check 's3://payroll-eu' --json | jq 'select(.verdict.kind == "violation").key'`;

type CheckOptions = {
  readonly versionId?: string;
  readonly allVersions?: true;
  readonly policy: string;
  readonly quiet?: true;
  readonly json?: true;
  readonly region?: string;
  readonly account?: string;
  readonly maxConcurrency: number;
};

export const addCheckCommand = (program: Command, door: CliDoor, finish: Finish): void => {
  const command = program
    .command('check')
    .summary('judge objects and say what would follow')
    .description(unwrap(ABOUT))
    .argument('<uri>', 's3://bucket/key, or s3://bucket/prefix/')
    .option('--version-id <id>', 'judge this version of the object (`null` for the null version)')
    .option('--all-versions', 'judge older versions as well')
    .addOption(policyOption())
    .option('-q, --quiet', 'leave out what is compliant, exempt or gone')
    .addOption(jsonOption('print one JSON object per line, the last one with the summary'))
    .addOption(regionOption())
    .addOption(accountOption())
    .option('--max-concurrency <n>', 'objects to judge at the same time', countUpTo(256), 16)
    .addHelpText('after', AFTER)
    .action(async (uri: string, options: CheckOptions) => {
      const target = parseS3Uri(uri);
      const wanted = { ...options, allVersions: options.allVersions === true };
      refuseContradictions(target, wanted);
      const { terminal, interrupted } = door;
      const files = await readPolicyFiles(door, options.policy);
      requireValid(files); // mistakes are said before anything is asked of AWS
      const aws = await connect(door, options);
      const policy = compileFor(files, aws);
      const ports = {
        ...aws,
        policy,
        judgeRef: aws.judgeRefUnder(policy),
        toProblem: door.toProblem,
      };
      const refs = chooseRefs(target, wanted, ports, (text) => terminal.err(`note: ${text}`));
      const createReport = options.json === true ? createJsonReport : createTextReport;
      finish(
        await runCheck(refs, ports, {
          report: createReport(terminal, options.quiet === true),
          maxConcurrency: options.maxConcurrency,
          interrupted,
          onProgress: (tally) => terminal.progress(showProgress(tally)),
          nothingFound: () => nothingFound(target, wanted),
        }),
      );
    });
  withDebug(command);
};
