import type { DemoCase } from './demo-case.ts';

/** One case, to be placed under one key. */
export type Placing = { readonly demoCase: DemoCase; readonly key: string };

const uploadsOf = ({ uploads = 1 }: DemoCase): number => uploads;

/** Object versions that each case makes once. */
export const onceEach = (cases: readonly DemoCase[]): number =>
  cases.reduce((sum, one) => sum + uploadsOf(one), 0);

/** Goes through the cases again and again until exactly `objects` object versions come of it. */
export const planPlacings = (cases: readonly DemoCase[], objects: number): readonly Placing[] => {
  const placings: Placing[] = [];
  let left = objects;
  for (let n = 1; left > 0; n += 1) {
    const round = cases.filter(({ atMost = Infinity }) => n <= atMost);
    if (round.every((one) => uploadsOf(one) > left)) {
      throw new Error(`no case makes ${left} objects or fewer`); // a table without one of a single upload
    }
    for (const demoCase of round.filter((one) => uploadsOf(one) <= left)) {
      if (uploadsOf(demoCase) > left) continue; // what was left is used up
      left -= uploadsOf(demoCase);
      placings.push({ demoCase, key: demoCase.key(n) });
    }
  }
  return placings;
};
