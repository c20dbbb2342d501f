import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'owner-forgotten-in-update',
  title: 'does not say who must own the bucket that it writes to',
  file: 'aws/update-object-encryption.ts',
  from: `          ExpectedBucketOwner: account,
`,
  to: '',
  invariant: 10,
};
