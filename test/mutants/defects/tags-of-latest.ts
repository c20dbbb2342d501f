import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'tags-of-latest',
  title: 'reads the tags of the current version, whichever version it was asked about',
  file: 'aws/read-tags.ts',
  from: 'new GetObjectTaggingCommand({ ...input, ...version })',
  to: 'new GetObjectTaggingCommand({ ...version, ...input, VersionId: undefined })',
  invariant: 1,
};
