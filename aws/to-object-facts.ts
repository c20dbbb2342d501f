import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type { ObjectFacts, ObjectLock, Unreadable } from '../core/objects/object-facts.ts';
import type { Ref } from '../core/objects/ref.ts';
import { toEncryption } from './to-encryption.ts';

const REPLICATION = {
  PENDING: 'pending',
  COMPLETE: 'completed', // S3 writes both spellings
  COMPLETED: 'completed',
  FAILED: 'failed',
  REPLICA: 'replica',
} as const;

/** What one HeadObject answer tells, about the version that it was really about. */
export const toObjectFacts = (
  { bucket, key, versionId }: Ref,
  head: HeadObjectCommandOutput,
): ObjectFacts | Unreadable => {
  const read = head.VersionId ?? versionId;
  const ref: Ref = { bucket, key, ...(read !== undefined && { versionId: read }) };
  const encryption = toEncryption(head);
  if (encryption === undefined) {
    const words = `S3 names the key as \`${head.SSEKMSKeyId ?? ''}\`, which is no key ARN`;
    return { kind: 'unreadable', ref, cause: 'key-unreadable', words };
  }
  const lock = toLock(head);
  const replication = head.ReplicationStatus && REPLICATION[head.ReplicationStatus];
  return {
    kind: 'object',
    ref,
    encryption,
    ...(head.ETag !== undefined && { etag: head.ETag.replaceAll('"', '') }),
    ...(head.LastModified !== undefined && { lastModified: head.LastModified }),
    ...(head.ContentLength !== undefined && { size: head.ContentLength }),
    storageClass: head.StorageClass ?? 'STANDARD',
    archived: isArchived(head),
    ...(lock && { lock }),
    ...(replication && { replication }),
  };
};

/** Without s3:GetObjectRetention and s3:GetObjectLegalHold S3 sends no lock headers: none does not mean unlocked. */
const toLock = (head: HeadObjectCommandOutput): ObjectLock | undefined => {
  const { ObjectLockMode: mode, ObjectLockRetainUntilDate: retainUntil } = head;
  const legalHold = head.ObjectLockLegalHoldStatus === 'ON';
  return mode === undefined && !legalHold
    ? undefined
    : { ...(mode && { mode }), ...(retainUntil && { retainUntil }), legalHold };
};

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/archived-objects.html
const isArchived = ({ StorageClass, ArchiveStatus, Restore }: HeadObjectCommandOutput): boolean =>
  (StorageClass === 'GLACIER' || StorageClass === 'DEEP_ARCHIVE' || ArchiveStatus !== undefined) &&
  Restore?.includes('ongoing-request="false"') !== true;
