import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'latest-deleted',
  title: 'deletes by key alone in place of the exact version',
  file: 'aws/quarantine/remove-original.ts',
  from: 'return remove(versionInput(ref, account));',
  to: 'return remove(versionInput({ bucket: ref.bucket, key: ref.key }, account));',
  invariant: 2,
};
