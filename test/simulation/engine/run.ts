import type { Finding, Invariant } from '../invariants/invariant.ts';
import { SCENARIO } from '../scenario/make-scenario.ts';
import type { Step } from '../steps/step.ts';
import type { Choices } from './choices.ts';
import { drawActions } from '../users/draw-actions.ts';
import type { UserAction } from '../users/user-action.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

export type RunResult = {
  readonly violations: readonly Finding[];
  readonly windows: readonly Finding[];
  readonly taken: readonly number[];
  readonly counts: ReturnType<World['counts']>;
};

const MOST_MOVES = 5_000;
const pauseFor = setImmediate; // the real one: all promises that can go on have gone on by then
const settled = async (): Promise<void> => new Promise((resolve) => void pauseFor(resolve));

export type RunOptions = {
  readonly actions?: readonly UserAction[]; // drawn, unless given
  readonly mostFaults?: number;
  readonly mostAtOnce?: number; // messages of one batch
  readonly reduced?: boolean; // see the world's own
  readonly onStep?: (step: Step) => void;
  readonly hear?: WorldOptions['hear'];
  readonly goesOn?: (world: World) => boolean; // asked before every move
};

/** One run from its first choice to rest. Stops at the first step that violates anything. */
export const run = async (
  choices: Choices,
  invariants: readonly Invariant[],
  options: RunOptions = {},
): Promise<RunResult> => {
  const { mostFaults = 25, mostAtOnce = 3, onStep, hear, goesOn = () => true } = options;
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
  const world = createWorld({
    scenario: SCENARIO,
    choices,
    actions: options.actions ?? drawActions(choices),
    see,
    mostFaults,
    mostAtOnce,
    workers: 2,
    reduced: options.reduced === true,
    hear,
  });
  const restore = replaceTimers(world.setTimer);
  try {
    const rests = await move(world, choices, () => violations.length === 0 && goesOn(world));
    if (rests === 'never') {
      note([{ kind: 'violation', invariant: 6, words: `no rest after ${MOST_MOVES} moves` }]);
    }
    if (rests === 'rests') {
      for (const { atRest } of watches) if (atRest !== undefined) note(atRest(world.atRest()));
    }
  } finally {
    restore();
  }
  return { violations, windows, taken: choices.taken(), counts: world.counts() };
};

/** One move after the other, until nothing can move any more. */
const move = async (
  world: World,
  choices: Choices,
  goesOn: () => boolean,
): Promise<'rests' | 'stopped' | 'never'> => {
  for (let moved = 0; moved < MOST_MOVES; moved += 1) {
    if (!goesOn()) return 'stopped';
    world.disturb();
    if (world.tick()) {
      await settled();
      continue;
    }
    const moves = world.moves();
    if (moves.length > 0) {
      moves[choices.choose(moves.length)]?.();
      await settled();
    } else if (!world.leapToNext()) {
      return 'rests';
    }
  }
  return 'never';
};

type SetTimer = (ring: () => void, ms: number) => () => void;

/** While a run lasts, time is the run's own. */
const replaceTimers = (setTimer: SetTimer): (() => void) => {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  globalThis.setTimeout = ((ring: () => void, ms = 0) => setTimer(ring, ms)) as never;
  globalThis.clearTimeout = (stop: unknown) => {
    if (typeof stop === 'function') stop();
    else real.clearTimeout(stop as NodeJS.Timeout);
  };
  return () => {
    globalThis.setTimeout = real.setTimeout;
    globalThis.clearTimeout = real.clearTimeout;
  };
};
