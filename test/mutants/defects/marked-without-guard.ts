import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'marked-without-guard',
  title: 'marks objects in buckets whose policy gives the marker no meaning',
  file: 'app/quarantine/isolate-object.ts',
  from: 'if (unguarded !== undefined) return unguarded;',
  to: "if (unguarded?.kind === 'applied') return unguarded;",
  invariant: 'section 5',
};
