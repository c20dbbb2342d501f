// Which new versions wait for replication. The model copies nothing: `CompleteReplication` says how it ended.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import type { Bucket } from './bucket.ts';
import type { StoredObject } from './stored-object.ts';

type NewObject = Pick<StoredObject, 'encryption' | 'tags'>;

const filterMatches = (
  rule: S3.ReplicationRule,
  key: string,
  tags: StoredObject['tags'],
): boolean => {
  const { Filter: filter } = rule;
  const prefix = rule.Prefix ?? filter?.Prefix ?? filter?.And?.Prefix ?? '';
  const wanted = [...(filter?.Tag === undefined ? [] : [filter.Tag]), ...(filter?.And?.Tags ?? [])];
  return key.startsWith(prefix) && wanted.every(({ Key = '', Value }) => tags.get(Key) === Value);
};

/** Objects under KMS keys are left out unless the rule opts in; DSSE-KMS is under a KMS key too. */
const encryptionMatches = (rule: S3.ReplicationRule, { encryption }: NewObject): boolean =>
  (encryption.kind !== 'sse-kms' && encryption.kind !== 'dsse-kms') ||
  rule.SourceSelectionCriteria?.SseKmsEncryptedObjects?.Status === 'Enabled';

export const replicationOnWrite = (
  bucket: Bucket,
  key: string,
  object: NewObject,
): string | undefined =>
  bucket.versioning === 'Enabled' &&
  (bucket.replication?.Rules ?? []).some(
    (rule) =>
      rule.Status === 'Enabled' &&
      filterMatches(rule, key, object.tags) &&
      encryptionMatches(rule, object),
  )
    ? 'PENDING'
    : undefined;
