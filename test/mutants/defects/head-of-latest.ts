import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'head-of-latest',
  title: 'reads the current version, whichever version it was asked about',
  file: 'aws/read-object.ts',
  from: `      ...(ref.versionId !== undefined && { VersionId: ref.versionId }),
`,
  to: '',
  invariant: 8,
};
