import type { CopyTask, EncryptWith } from '../copies/copy-task.ts';
import type { ObjectAttributes } from '../copies/object-attributes.ts';
import type { KeyArn } from '../keys/key-arn.ts';
import { quarantineKeys } from './quarantine-keys.ts';

/** Where quarantined objects go. */
export type Quarantine = { readonly bucket: string; readonly keyArn: KeyArn };

/** The copy that a move makes. Its task is named by the intent, so that a retried move finds it. */
export const moveTask = (
  intentId: string,
  attributes: ObjectAttributes,
  { bucket, keyArn }: Quarantine,
): CopyTask => ({
  id: intentId,
  attributes,
  to: { bucket, key: quarantineKeys(attributes.ref.bucket, intentId).object },
  encryption: encryptionFor(attributes, keyArn),
  onlyIf: { kind: 'absent' },
  acl: 'leave', // the quarantine bucket has no ACLs, and the manifest keeps them
  lock: 'leave',
});

/** Encryption never gets weaker: what was encrypted twice stays so. */
const encryptionFor = ({ encryption }: ObjectAttributes, keyArn: KeyArn): EncryptWith =>
  encryption.kind === 'dsse-kms'
    ? { algorithm: 'aws:kms:dsse', keyArn, bucketKey: false }
    : { algorithm: 'aws:kms', keyArn, bucketKey: true };
