import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'bucket-key-assumed',
  title: 'reads a missing bucket-key header as true',
  file: 'aws/to-encryption.ts',
  from: 'bucketKey: head.BucketKeyEnabled === true',
  to: 'bucketKey: head.BucketKeyEnabled !== false',
  invariant: 11,
};
