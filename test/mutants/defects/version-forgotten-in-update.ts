import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'version-forgotten-in-update',
  title: 'updates what is current in place of the version of the order',
  file: 'aws/update-object-encryption.ts',
  from: `          ...(ref.versionId !== undefined && { VersionId: ref.versionId }),
`,
  to: '',
  invariant: 10,
};
