import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'headers-lost-in-parts',
  title:
    'begins a copy in parts without headers, metadata and tags, which CopyObject would have brought along',
  file: 'aws/copies/create-upload.ts',
  from: `      ...headerInput(attributes),
`,
  to: '',
  invariant: 1,
};
