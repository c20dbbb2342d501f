import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'suspended-moved',
  title: 'moves objects also where versioning is suspended',
  file: 'core/quarantine/move-hindrance.ts',
  from: "if (versioning.status === 'suspended') {",
  to: "if (versioning.status === 'suspended' && ref.bucket === '') {",
  invariant: 3,
};
