import type { Finding, Invariant } from '../invariants/invariant.ts';
import { SCENARIO } from '../scenario/make-scenario.ts';
import type { Step } from '../steps/step.ts';
import type { Choices } from './choices.ts';
import { drawActions } from './user-actions.ts';
import { createWorld } from './world.ts';

export type RunResult = {
  readonly violations: readonly Finding[];
  readonly windows: readonly Finding[];
  readonly taken: readonly number[];
  readonly counts: ReturnType<ReturnType<typeof createWorld>['counts']>;
};

const MOST_MOVES = 5_000;
const pauseFor = setImmediate; // the real one: all promises that can go on have gone on by then
const settled = async (): Promise<void> => new Promise((resolve) => void pauseFor(resolve));

/** One run from its first choice to rest. Stops at the first step that violates anything. */
export const run = async (
  choices: Choices,
  invariants: readonly Invariant[],
  onStep?: (step: Step) => void,
): Promise<RunResult> => {
  const violations: Finding[] = [];
  const windows: Finding[] = [];
  const note = (found: readonly Finding[]): void => {
    for (const one of found) (one.kind === 'violation' ? violations : windows).push(one);
  };
  const watches = invariants.map(({ watch }) => watch(SCENARIO));
  const see = (step: Step): void => {
    onStep?.(step);
    for (const { see: look } of watches) if (look !== undefined) note(look(step));
  };
  const actions = drawActions(choices);
  const world = createWorld({
    scenario: SCENARIO,
    choices,
    actions,
    see,
    mostFaults: 25,
    workers: 2,
    breakerOrders: 1_000,
  });
  const restore = replaceTimers(world.setTimer);
  try {
    for (let moved = 0; violations.length === 0; moved += 1) {
      if (moved > MOST_MOVES) {
        note([{ kind: 'violation', invariant: 6, words: `no rest after ${MOST_MOVES} moves` }]);
        break;
      }
      world.disturb();
      if (world.tick()) {
        await settled();
        continue;
      }
      const moves = world.moves();
      if (moves.length === 0) {
        if (world.leapToNext()) continue;
        break;
      }
      moves[choices.choose(moves.length)]?.();
      await settled();
    }
    if (violations.length === 0) {
      for (const { atRest } of watches) if (atRest !== undefined) note(atRest(world.atRest()));
    }
  } finally {
    restore();
  }
  return { violations, windows, taken: choices.taken(), counts: world.counts() };
};

type SetTimer = (ring: () => void, ms: number) => () => void;

/** While a run lasts, time is the run's own. */
const replaceTimers = (setTimer: SetTimer): (() => void) => {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  globalThis.setTimeout = ((ring: () => void, ms = 0) => setTimer(ring, ms)) as never;
  globalThis.clearTimeout = ((stop: unknown) => {
    if (typeof stop === 'function') stop();
    else real.clearTimeout(stop as never);
  }) as never;
  return () => {
    globalThis.setTimeout = real.setTimeout;
    globalThis.clearTimeout = real.clearTimeout;
  };
};
