import { once } from 'node:events';
import type { Terminal } from '../../../io/terminal.ts';
import { createTraces } from '../check/trace.ts';
import type { createLayOut } from '../show/lay-out.ts';
import { toVerdictLine } from '../show/verdict-line.ts';
import type { World } from '../world/world.ts';

/** Goes on showing what becomes of every object that anybody puts, until Ctrl-C. */
export const keepRunning = async (
  world: World,
  terminal: Terminal,
  layOut: ReturnType<typeof createLayOut>,
  signal: AbortSignal,
): Promise<void> => {
  const traces = createTraces(world);
  traces.onSettled((name, trace) =>
    layOut.line(toVerdictLine(world, name, trace, undefined)).forEach(terminal.out),
  );
  if (!signal.aborted) await once(signal, 'abort');
  traces.stop();
};
