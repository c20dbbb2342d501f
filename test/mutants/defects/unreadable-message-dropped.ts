import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'unreadable-message-dropped',
  title: 'drops a message that nobody understands, since there is nothing to judge in it',
  file: 'app/open-messages.ts',
  from: `      unreadable.push(message);
`,
  to: '',
  invariant: 6,
};
