// What HEAD and GET tell about a version. STANDARD, no bucket key, no lock: no header.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import { withoutUndefined } from '../without-undefined.ts';
import type { Bucket } from './bucket.ts';
import { showChecksum } from './checksum.ts';
import { showEncryption } from './encryption-shown.ts';
import { quoted } from './etag.ts';
import { isArchiveClass } from './storage-class.ts';
import type { StoredObject } from './stored-object.ts';
import { shownVersionId } from './version-stack.ts';

const showRestore = (object: StoredObject, now: number): string | undefined =>
  isArchiveClass(object) && object.restoredUntil !== undefined && object.restoredUntil > now
    ? `ongoing-request="false", expiry-date="${new Date(object.restoredUntil).toUTCString()}"`
    : undefined;

const showSystem = ({ system: { expires, ...kept } }: StoredObject) => ({
  ...kept,
  ...(expires === undefined
    ? {}
    : { Expires: new Date(expires), ExpiresString: new Date(expires).toUTCString() }),
});

const showLock = ({ retention, legalHold }: StoredObject) => ({
  ObjectLockMode: retention?.mode,
  ObjectLockRetainUntilDate: retention === undefined ? undefined : new Date(retention.until),
  ObjectLockLegalHoldStatus:
    legalHold === undefined ? undefined : legalHold ? ('ON' as const) : ('OFF' as const),
});

export const showObject = (
  bucket: Bucket,
  object: StoredObject,
  now: number,
  withChecksum: boolean,
) =>
  withoutUndefined({
    AcceptRanges: 'bytes',
    LastModified: new Date(object.lastModified),
    ContentLength: object.bytes.length,
    ETag: quoted(object.etag),
    VersionId: shownVersionId(bucket, object),
    Metadata: { ...object.metadata },
    ...showSystem(object),
    StorageClass:
      object.storageClass === 'STANDARD' ? undefined : (object.storageClass as S3.StorageClass),
    Restore: showRestore(object, now),
    WebsiteRedirectLocation: object.websiteRedirect,
    ReplicationStatus: object.replication as S3.ReplicationStatus | undefined,
    TagCount: object.tags.isEmpty() ? undefined : object.tags.size,
    ...showLock(object),
    ...showEncryption(object.encryption),
    ...(withChecksum ? showChecksum(object.checksum) : {}),
  });
