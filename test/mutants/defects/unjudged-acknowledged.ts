import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'unjudged-acknowledged',
  title: 'acknowledges a message whose object could not be read this time',
  file: 'app/judge-messages.ts',
  from: 'task.messages.forEach((id) => failed.add(id));',
  to: "complain('skipped', { index });",
  invariant: 6,
};
