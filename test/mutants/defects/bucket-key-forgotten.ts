import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'bucket-key-forgotten',
  title: 'leaves the bucket key out of the update, so that S3 switches it off',
  file: 'aws/update-object-encryption.ts',
  from: 'SSEKMS: { KMSKeyArn: to.keyArn, BucketKeyEnabled: to.bucketKey },',
  to: 'SSEKMS: { KMSKeyArn: to.keyArn },',
  invariant: 12,
};
