import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'dsse-moved-down',
  title: 'encrypts everything in quarantine the same way, with SSE-KMS',
  file: 'core/quarantine/move-task.ts',
  from: "encryption.kind === 'dsse-kms'",
  to: "encryption.kind === 'dsse-kms' && encryption.keyArn === keyArn.slice(1)",
  invariant: 4,
};
