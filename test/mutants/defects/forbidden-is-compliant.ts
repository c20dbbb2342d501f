import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'forbidden-is-compliant',
  title: 'takes an object that it may not read for compliant: nobody else can read it either',
  file: 'core/judge/judge.ts',
  from: 'return indeterminate(reading.cause, { words: reading.words });',
  to: `return reading.cause === 'access-denied'
        ? { kind: 'compliant', rule: 'defaults' }
        : indeterminate(reading.cause, { words: reading.words });`,
  invariant: 5,
};
