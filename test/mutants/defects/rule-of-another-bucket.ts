import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'rule-of-another-bucket',
  title: 'matches rules by their object patterns alone',
  file: 'core/policy/matchers.ts',
  from: 'return { matchesBucket: anyOf(buckets), matcher };',
  to: 'return { matchesBucket: anyOf(buckets && undefined), matcher };',
  invariant: 11,
};
