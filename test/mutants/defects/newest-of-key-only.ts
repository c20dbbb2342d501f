import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'newest-of-key-only',
  title:
    'judges only the event with the greatest sequencer of each key in a batch, and compares sequencers as text',
  file: 'app/open-messages.ts',
  from: 'const run = runId === undefined ? {} : { runId };',
  to: `const isOld = [...tasks.values()].some(
          ({ triggered: one }) =>
            one.bucket === triggered.bucket &&
            one.key === triggered.key &&
            (one.sequencer ?? '') > (triggered.sequencer ?? 'g'),
        );
        if (isOld) continue;
        const run = runId === undefined ? {} : { runId };`,
  invariant: 6,
};
