import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'suspended-copied-over',
  title: 'copies where versioning is suspended, over whatever null version is there',
  file: 'app/copies/refuse-suspended.ts',
  from: "return versioning.status !== 'suspended' || replacesItself",
  to: "return versioning.status !== 'suspended' || versioning.kind === 'versioning' || replacesItself",
  invariant: 2,
};
