import { INVARIANTS } from '../invariants/all-invariants.ts';
import type { Finding } from '../invariants/invariant.ts';
import { randomChoices } from './choices.ts';
import { run } from './run.ts';

export type First = Finding & { readonly seed: number; readonly choices: readonly number[] };

export type Played = {
  runs: number;
  events: number;
  calls: number;
  virtualMs: number;
  violations: number;
  readonly faults: Record<string, number>;
  readonly windows: Record<string, number>;
  first?: First;
};

export const nothingPlayed = (): Played => ({
  runs: 0,
  events: 0,
  calls: 0,
  virtualMs: 0,
  violations: 0,
  faults: {},
  windows: {},
});

export const addCount = (counts: Record<string, number>, name: string, more: number): void => {
  counts[name] = (counts[name] ?? 0) + more;
};

/** Both together; the first violation is the one with the lower seed. */
export const together = (one: Played, other: Played): Played => {
  const sum = { ...one, faults: { ...one.faults }, windows: { ...one.windows } };
  for (const name of ['runs', 'events', 'calls', 'virtualMs', 'violations'] as const) {
    sum[name] += other[name];
  }
  for (const kind of ['faults', 'windows'] as const) {
    for (const [name, count] of Object.entries(other[kind])) addCount(sum[kind], name, count);
  }
  const firsts = [one.first, other.first].flatMap((first) => first ?? []);
  const [first] = firsts.toSorted((a, b) => a.seed - b.seed);
  return { ...sum, ...(first && { first }) };
};

/** Runs one seed after the other. */
export const play = async (
  { seed, runs, untilFirst }: { seed: number; runs: number; untilFirst: boolean },
  progress: (done: number) => void = () => undefined,
): Promise<Played> => {
  const played = nothingPlayed();
  for (let at = seed; at < seed + runs; at += 1) {
    const { violations, windows, counts, taken } = await run(randomChoices(at), INVARIANTS);
    played.runs += 1;
    played.events += counts.events;
    played.calls += counts.calls;
    played.virtualMs += counts.virtualMs;
    played.violations += violations.length > 0 ? 1 : 0;
    for (const [name, count] of Object.entries(counts.faults)) addCount(played.faults, name, count);
    for (const { words } of windows) addCount(played.windows, words, 1);
    const [found] = violations;
    if (found !== undefined) {
      played.first ??= { ...found, seed: at, choices: [...taken] };
      if (untilFirst) break;
    }
    if (played.runs % 100 === 0) progress(played.runs);
  }
  return played;
};
