import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'tags-replaced',
  title: 'writes the marker as the only tag',
  file: 'core/quarantine/merge-marker.ts',
  from: 'Object.assign(Object.create(null), tags);',
  to: 'Object.assign(Object.create(null), names.slice(names.length));',
  invariant: 1,
};
