import type { Command } from 'commander';
import { quoteText, showText } from '../../core/show-text.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { type NotOpen, runResume } from '../breaker/run-resume.ts';
import { EXIT, type Finish } from '../exit-codes.ts';
import { jsonLine } from '../json-line.ts';
import { connectStack } from '../stack/connect-stack.ts';
import { parseReason } from '../stack/parse-reason.ts';
import {
  jsonOption,
  reasonOption,
  regionOption,
  stackOption,
  withDebug,
} from './shared-options.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `Let the orders of one rule go again.

Orders that wait come back within 15 minutes, and counting starts anew. Who and why stand
in the ledger before anything is changed. First find out what made the rule give so many.`;

const AFTER = `
Needs: cloudformation:DescribeStacks; dynamodb:Scan and dynamodb:UpdateItem on the state
  table; firehose:PutRecordBatch on the ledger stream.

Exit codes:
  0    it was resumed
  2    it was not resumed, is not held (the rules that are held are named), or the ledger
       did not take the record

Examples:
  $ sealward breaker resume payroll --stack sealward-prod --reason 'SEC-499: the import is known'`;

type ResumeOptions = {
  readonly stack: string;
  readonly reason: string;
  readonly json?: true;
  readonly region?: string;
};

export const addBreakerResume = (group: Command, door: CliDoor, finish: Finish): void => {
  const command = group
    .command('resume')
    .summary('let the orders of one rule go again')
    .description(unwrap(ABOUT))
    .argument('<rule>', 'id of the rule')
    .addOption(stackOption())
    .addOption(reasonOption())
    .addOption(jsonOption('print one JSON object'))
    .addOption(regionOption())
    .addHelpText('after', AFTER)
    .action(async (rule: string, options: ResumeOptions) => {
      const reason = parseReason(options.reason);
      const run = await runResume(door, await connectStack(door, options), rule, reason);
      const { terminal } = door;
      const well = run.kind === 'ended' && run.outcome.kind === 'applied' && run.recorded;
      const exitCode = well ? EXIT.ok : EXIT.failed;
      if (options.json === true) {
        terminal.out(jsonLine({ kind: 'resume', rule, run, exitCode }));
      } else {
        terminal.out(describe(rule, run));
      }
      finish(exitCode);
    });
  withDebug(command);
};

const describe = (rule: string, run: Awaited<ReturnType<typeof runResume>>): string => {
  const name = `rule ${quoteText(rule)}`;
  if (run.kind === 'not-open') {
    return `${name} ${describeOthers(run)}`;
  }
  const { outcome, recorded } = run;
  const unrecorded = recorded ? '' : '; the ledger did not take the outcome';
  if (outcome.kind === 'applied') {
    return `resumed ${name}: its orders go again within 15 minutes${unrecorded}`;
  }
  const words = 'words' in outcome ? `: ${showText(outcome.words ?? '')}` : '';
  return `${name} was not resumed${words}${unrecorded}`;
};

const describeOthers = ({ known, open }: NotOpen): string => {
  const why = known ? 'is not held' : 'has given no orders lately';
  return open.length === 0
    ? `${why}; no rule is held`
    : `${why}; held ${open.length === 1 ? 'is' : 'are'} ${open.map(quoteText).join(', ')}`;
};
