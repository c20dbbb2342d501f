import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'same-part-every-time',
  title: 'counts the range of every part from the beginning of the source',
  file: 'aws/copies/copy-part.ts',
  from: 'CopySourceRange: `bytes=${first}-${last}`',
  to: 'CopySourceRange: `bytes=0-${last - first}`',
  invariant: 1,
};
