import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'delete-before-verify',
  title: 'deletes the original as soon as it is copied, and verifies afterwards',
  file: 'app/quarantine/move-object.ts',
  from: 'const flaw = await flawInQuarantine(ports, manifest);',
  to: `const removed = await removeOriginal(ports, manifest.source, movedTo(ports, order));
  if (removed.kind === 'applied') return removed;
  const flaw = await flawInQuarantine(ports, manifest);`,
  invariant: 2,
};
