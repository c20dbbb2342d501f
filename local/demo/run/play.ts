import { createPaint } from '../../../cli/paint.ts';
import type { Terminal } from '../../../io/terminal.ts';
import { howToTalk } from '../show/how-to-talk.ts';
import { createLayOut } from '../show/lay-out.ts';
import { showRelease } from '../show/show-release.ts';
import { problemsOf, summary } from '../show/summary.ts';
import { toVerdictLine } from '../show/verdict-line.ts';
import type { World } from '../world/world.ts';
import { type DemoNumbers, isAsExpected } from './demo-result.ts';
import { keepLogs } from './keep-logs.ts';
import { keepRunning } from './keep-running.ts';
import type { DemoArgs } from './parse-demo-args.ts';
import { runDemo } from './run-demo.ts';

// Log files do not wrap lines, so what is no terminal gets the wide form.
const WIDE = 160;

export type PlayOptions = {
  readonly world: World;
  readonly terminal: Terminal;
  readonly args: DemoArgs;
  readonly onNumbers: (numbers: DemoNumbers) => void;
  readonly signal: AbortSignal;
};

/** Runs the demo and shows it. Answers whether everything ended exactly as expected. */
export const play = async (options: PlayOptions): Promise<boolean> => {
  const { world, terminal, args, onNumbers, signal } = options;
  const paint = createPaint(terminal.color);
  const layOut = createLayOut(terminal.isTTY ? terminal.columns : WIDE, paint);
  ['', ...layOut.head()].forEach(terminal.out);
  const result = await runDemo(world, {
    ...(args.objects !== undefined && { objects: args.objects }),
    signal,
    onSettled: ({ upload, trace, ms }) =>
      layOut.line(toVerdictLine(world, upload, trace, ms)).forEach(terminal.out),
  });
  if (result.release !== undefined) showRelease(result.release, paint).forEach(terminal.out);
  summary(result, paint).forEach(terminal.out);
  const asExpected = isAsExpected(result);
  if (!asExpected) terminal.out(`logs: \`${await keepLogs(world, problemsOf(result))}\``);
  onNumbers(result.numbers);
  if (args.keep) {
    ['', ...howToTalk(world)].forEach(terminal.out);
    await keepRunning(world, terminal, layOut, signal);
  }
  return asExpected;
};
