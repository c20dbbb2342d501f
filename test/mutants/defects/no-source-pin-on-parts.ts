import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'no-source-pin-on-parts',
  title: 'copies each part of whatever is current at the source by then',
  file: 'aws/copies/copy-part.ts',
  from: `          CopySource: copySource(ref),
          CopySourceIfMatch: \`"\${etag}"\`,
`,
  to: `          CopySource: copySource({ bucket: ref.bucket, key: ref.key, ...(etag === '' && ref) }),
`,
  invariant: 1,
};
