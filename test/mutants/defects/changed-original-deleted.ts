import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'changed-original-deleted',
  title: 'does not ask whether the original was changed since it was copied',
  file: 'app/quarantine/move-object.ts',
  from: 'if (changed.length > 0) return toChanged(changed);',
  to: "if (changed.includes('etag')) return toChanged(changed);",
  invariant: 1,
};
