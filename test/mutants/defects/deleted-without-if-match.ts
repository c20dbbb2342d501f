import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'deleted-without-if-match',
  title: 'deletes what is current without asking whether it still is what was copied',
  file: 'aws/quarantine/remove-original.ts',
  from: 'remove({ ...versionInput({ bucket, key }, account), IfMatch: `"${etag}"` });',
  to: "remove({ ...versionInput({ bucket, key }, account), ...(etag === '' && { IfMatch: '*' }) });",
  invariant: 2,
};
