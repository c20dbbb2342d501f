import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'metadata-replaced',
  title: 'copies with the metadata directive that replaces, and gives it nothing to replace with',
  file: 'aws/copies/copy-object.ts',
  from: "MetadataDirective: 'COPY',",
  to: "MetadataDirective: 'REPLACE',",
  invariant: 1,
};
