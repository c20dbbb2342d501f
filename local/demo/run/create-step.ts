import type { Terminal } from '../../../io/terminal.ts';

/** Does one step of the start: says what is being done, then what was done and how long it took. After Ctrl-C, none. */
export type Step = <Made>(
  doing: string,
  work: () => Promise<Made>,
  done: (made: Made) => string,
) => Promise<Made>;

export const createStep =
  (terminal: Pick<Terminal, 'out' | 'progress'>, signal: AbortSignal): Step =>
  async (doing, work, done) => {
    signal.throwIfAborted();
    terminal.progress(`${doing} ...`);
    const start = performance.now();
    try {
      const made = await work();
      if (signal.aborted) return made; // it is the caller's to end, and the next step stops
      const seconds = ((performance.now() - start) / 1_000).toFixed(1);
      terminal.out(`  ${seconds.padStart(5)} s  ${done(made)}`);
      return made;
    } finally {
      terminal.progress('');
    }
  };
