import { describe, expect, it } from '@jest/globals';
import type { Invariant } from '../invariants/invariant.ts';
import { showStep } from '../report/show-step.ts';
import { givenChoices, randomChoices } from './choices.ts';
import { run } from './run.ts';
import { shrink } from './shrink.ts';

/** Holds until an object is re-encrypted in place: something to look for. */
const NO_UPDATE: Invariant = {
  number: 1,
  title: 'nothing is ever re-encrypted',
  watch: () => ({
    see: (step) =>
      step.kind === 'call' && step.name === 'UpdateObjectEncryption' && step.result.kind === 'ok'
        ? [{ kind: 'violation', invariant: 1, words: 'it was' }]
        : [],
  }),
};

const stepsOf = async (choices: Parameters<typeof run>[0]): Promise<readonly string[]> => {
  const steps: string[] = [];
  await run(choices, [], { onStep: (step) => steps.push(showStep(step)) });
  return steps;
};

describe('run', () => {
  it('goes the same way for the same seed', async () => {
    for (const seed of [3, 4, 5, 6, 7, 8, 9, 10]) {
      expect(await stepsOf(randomChoices(seed))).toEqual(await stepsOf(randomChoices(seed)));
    }
  });

  it('goes the same way again by the choices that it took', async () => {
    const choices = randomChoices(42);
    const first = await stepsOf(choices);
    expect(await stepsOf(givenChoices(choices.taken()))).toEqual(first);
  });

  it('finds what does not hold, and a short way there that fails as well', async () => {
    let seed = 0;
    let found: readonly number[] = [];
    while (found.length === 0) {
      seed += 1;
      const { violations, taken } = await run(randomChoices(seed), [NO_UPDATE]);
      if (violations.length > 0) found = [...taken];
    }
    const fails = async (choices: readonly number[]): Promise<boolean> =>
      (await run(givenChoices(choices), [NO_UPDATE])).violations.length > 0;
    const short = await shrink(found, fails);
    expect(await fails(short)).toBe(true);
    expect(short.length).toBeLessThan(found.length / 2);
  });

  it('leaves the timers of the process as they were', async () => {
    const { setTimeout: before } = globalThis;
    await run(randomChoices(1), []);
    expect(globalThis.setTimeout).toBe(before);
  });
});
