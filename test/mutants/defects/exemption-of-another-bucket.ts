import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'exemption-of-another-bucket',
  title: 'lets an exemption of one bucket cover the same keys of every other',
  file: 'core/policy/matchers.ts',
  from: 'matchesBucket: anyOf(exemption.match.buckets),',
  to: 'matchesBucket: anyOf(undefined),',
  invariant: 11,
};
