import { givenChoices } from '../engine/choices.ts';
import type { First } from '../engine/play.ts';
import { run } from '../engine/run.ts';
import { shrink } from '../engine/shrink.ts';
import { INVARIANTS } from '../invariants/all-invariants.ts';
import { showStep } from './show-step.ts';

/** What was broken, the shortest way there that was found, and how to walk it again. */
export const explainFirst = async (first: First): Promise<string> => {
  const choices = await shrink(first.choices, async (candidate) => {
    const { violations } = await run(givenChoices(candidate), INVARIANTS);
    return violations.some(({ invariant }) => invariant === first.invariant);
  });
  return explainChoices(choices, `seed ${first.seed}`);
};

export const explainChoices = async (choices: readonly number[], from: string): Promise<string> => {
  const steps: string[] = [];
  const { violations } = await run(givenChoices(choices), INVARIANTS, {
    onStep: (step) => steps.push(showStep(step)),
  });
  const titles = violations.map(({ invariant, words }) => {
    const title = INVARIANTS.find(({ number }) => number === invariant)?.title ?? '';
    return `invariant ${invariant} does not hold: ${words}\n  ${title}`;
  });
  return [
    ...(titles.length === 0 ? ['no violation'] : titles),
    '',
    ...steps,
    '',
    `from ${from}; again: npm run -s simulate -- --choices ${choices.join(',') || '0'}`,
  ].join('\n');
};
