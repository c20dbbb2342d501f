import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'annotations-not-carried',
  title:
    'takes it that S3 brings annotations along, as CopyObject does, where a copy is made in parts',
  file: 'app/copies/carry-annotations.ts',
  from: 'if (annotations.length === 0) return true;',
  to: 'if (annotations.length >= 0) return true;',
  invariant: 1,
};
