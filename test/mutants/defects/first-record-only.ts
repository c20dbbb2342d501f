import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'first-record-only',
  title: 'handles only the first message of a batch',
  file: 'app/open-messages.ts',
  from: 'for (const message of messages) {',
  to: 'for (const message of messages.slice(0, 1)) {',
  invariant: 6,
};
