import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'answer-lost',
  title: 'does not look at whether the queue took the answer of a writer',
  file: 'runtime/writer-ports.ts',
  from: 'if ((await send([message])).size > 0) {',
  to: 'if ((await send([message])).size > 1) {',
  invariant: 7,
};
