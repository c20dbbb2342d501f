import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'no-source-pin-on-copy',
  title: 'copies whatever is current at the source, without its version id and ETag',
  file: 'aws/copies/copy-object.ts',
  from: `          CopySource: copySource(attributes.ref),
          CopySourceIfMatch: \`"\${attributes.etag}"\`,
`,
  to: `          CopySource: copySource({ bucket: attributes.ref.bucket, key: attributes.ref.key }),
`,
  invariant: 1,
};
