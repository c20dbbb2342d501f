import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'event-version-forgotten',
  title: 'judges what is current when the event comes, not the version that it is about',
  file: 'core/events/parse-event-bridge.ts',
  from: `        ...(versionId !== undefined && { versionId }),
`,
  to: '',
  invariant: 8,
};
