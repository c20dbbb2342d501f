import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'raw-key-decoded',
  title: 'decodes the key of an EventBridge event as if it came in an S3 notification',
  file: 'core/events/parse-event-bridge.ts',
  from: "const { key, 'version-id': versionId, etag, sequencer } = object;",
  to: `const { key: raw, 'version-id': versionId, etag, sequencer } = object;
  const key = decodeURIComponent(raw.replaceAll('+', ' '));`,
  invariant: 6,
};
