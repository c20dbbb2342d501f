import type { Ref } from '../../core/objects/ref.ts';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Checked, CheckPorts } from './check-ports.ts';
import { checkRef } from './check-ref.ts';
import type { CheckReport } from './check-report.ts';
import { inOrder } from './in-order.ts';
import { nextUnlessAborted } from './next-unless-aborted.ts';
import { addTo, exitCodeOf, foundNothing, NOTHING, type Tally } from './tally.ts';

export type CheckRun = {
  readonly report: CheckReport;
  readonly maxConcurrency: number;
  readonly interrupted: AbortSignal; // ends the run; what is under way is not waited for
  readonly onProgress: (tally: Tally) => void;
  readonly nothingFound: () => CliError;
};

/** Judges all refs, and reports what is done so far however the run ends. */
export const runCheck = async (
  items: AsyncIterable<Ref | Checked>,
  ports: CheckPorts,
  run: CheckRun,
): Promise<ExitCode> => {
  let tally = NOTHING;
  let error: CliError | undefined;
  const take = (checked: Checked): void => {
    tally = addTo(tally, checked);
    run.report.object(checked);
    run.onProgress(tally);
  };
  try {
    const results = inOrder(items, run.maxConcurrency, (item) =>
      isChecked(item) ? Promise.resolve(item) : checkRef(ports, item),
    );
    let step = await nextUnlessAborted(results, run.interrupted);
    while (step !== 'aborted' && step.done !== true) {
      take(step.value);
      step = await nextUnlessAborted(results, run.interrupted);
    }
    if (step !== 'aborted' && foundNothing(tally)) error = run.nothingFound();
  } catch (thrown) {
    if (!(thrown instanceof CliError)) throw thrown;
    error = thrown;
  }
  const interrupted = run.interrupted.aborted;
  const exitCode = interrupted
    ? EXIT.interrupted
    : error === undefined
      ? exitCodeOf(tally)
      : EXIT.failed;
  const { policyHash } = ports.policy;
  run.report.end({
    tally,
    exitCode,
    interrupted,
    policyHash,
    ...(error !== undefined && { error }),
  });
  return exitCode;
};

const isChecked = (item: Ref | Checked): item is Checked => 'kind' in item;
