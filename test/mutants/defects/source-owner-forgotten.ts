import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'source-owner-forgotten',
  title: 'does not say who must own the bucket that it copies from',
  file: 'aws/copies/copy-object.ts',
  from: `          ExpectedSourceBucketOwner: account,
`,
  to: '',
  invariant: 10,
};
