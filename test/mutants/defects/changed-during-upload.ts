import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'changed-during-upload',
  title: 'completes a copy in parts without asking whether tags or metadata changed meanwhile',
  file: 'app/copies/copy-in-parts.ts',
  from: '(isOntoItself(task) ? await changedMeanwhile(ports, task, open) : undefined) ??',
  to: "(isOntoItself(task) && task.id === '' ? await changedMeanwhile(ports, task, open) : undefined) ??",
  invariant: 1,
};
