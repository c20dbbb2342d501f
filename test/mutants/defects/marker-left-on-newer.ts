import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'marker-left-on-newer',
  title: 'leaves the marker on what was written while it marked',
  file: 'app/quarantine/isolate-object.ts',
  from: 'return wrote ? giveBack(ports, order, changed) : changed;',
  to: 'return changed;',
  invariant: 10,
};
