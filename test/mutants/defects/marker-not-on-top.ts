import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'marker-not-on-top',
  title:
    'deletes the current version without a delete marker on top, so that the one below becomes current',
  file: 'app/quarantine/remove-original.ts',
  from: 'const wasCurrent = isCurrent(current, version);',
  to: "const wasCurrent = isCurrent(current, version) && current.ref.versionId === '';",
  invariant: 3,
};
