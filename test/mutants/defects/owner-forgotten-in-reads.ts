import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'owner-forgotten-in-reads',
  title: 'does not say who must own the bucket that it reads from and deletes in',
  file: 'aws/copies/version-input.ts',
  from: `  ExpectedBucketOwner: account,
`,
  to: '',
  invariant: 10,
};
