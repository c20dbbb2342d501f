import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'deduped-by-key',
  title:
    'takes two refs of one key in a batch for the same event, whatever their versions and intents',
  file: 'app/open-messages.ts',
  from: `    ref.versionId,
    ref.sequencer,
    ref.etag,
    ref.returned?.intentId,
`,
  to: '',
  invariant: 6,
};
