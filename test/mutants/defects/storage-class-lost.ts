import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'storage-class-lost',
  title: 'does not say the storage class, so that S3 takes STANDARD',
  file: 'aws/copies/new-object-input.ts',
  from: `  StorageClass: attributes.storageClass as NonNullable<CopyObjectCommandInput['StorageClass']>,
`,
  to: '',
  invariant: 1,
};
