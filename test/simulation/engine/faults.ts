import type { Choices } from './choices.ts';

export type Fault =
  | 'none'
  | 'unavailable' // 503, not done
  | 'internal' // 500, not done
  | 'throttled'
  | 'lost' // done, and the answer never came
  | 'partly' // some entries of a batch were not taken
  | 'crash' // done, and its caller died
  | 'late-crash' // not done, its caller died
  | 'timeout'; // its caller ran out of time

const CALL_FAULTS: readonly Fault[] = [
  'none',
  'unavailable',
  'lost',
  'throttled',
  'crash',
  'late-crash',
  'partly',
  'internal',
  'timeout',
];

/** How bad a run's weather is: one call in so many meets a fault, none for 0. */
const WEATHER = [0, 60, 12, 5, 2] as const;

export const createFaults = (choices: Choices, most: number) => {
  const oneIn = most === 0 ? 0 : (WEATHER[choices.choose(WEATHER.length)] ?? 0);
  const dealt: Partial<Record<Fault, number>> = {};
  let left = most;
  return {
    ofCall: (): Fault => {
      if (left === 0 || !choices.rarely(oneIn)) return 'none';
      const fault = CALL_FAULTS[1 + choices.choose(CALL_FAULTS.length - 1)] ?? 'none';
      left -= 1;
      dealt[fault] = (dealt[fault] ?? 0) + 1;
      return fault;
    },
    /** Something rare of another kind, while the weather lasts. */
    rarely: (factor: number): boolean => {
      if (left === 0 || !choices.rarely(oneIn * factor)) return false;
      left -= 1;
      return true;
    },
    note: (fault: Fault): void => {
      dealt[fault] = (dealt[fault] ?? 0) + 1;
    },
    dealt: () => dealt,
  };
};

export type Faults = ReturnType<typeof createFaults>;
