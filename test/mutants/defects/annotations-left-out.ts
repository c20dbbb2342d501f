import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'annotations-left-out',
  title: 'copies without the annotations',
  file: 'aws/copies/copy-object.ts',
  from: "AnnotationDirective: 'COPY',",
  to: "AnnotationDirective: 'EXCLUDE',",
  invariant: 1,
};
