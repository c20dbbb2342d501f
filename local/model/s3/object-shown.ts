// What HEAD and GET tell about a version. STANDARD, no bucket key, no lock: no header.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import { withoutUndefined } from '../without-undefined.ts';
import type { Bucket } from './bucket.ts';
import { encodeWords } from './encoded-word.ts';
import { showEncryption } from './encryption-shown.ts';
import { quoted } from './etag.ts';
import { showEventHold } from './event-hold.ts';
import { isArchiveClass } from './storage-class.ts';
import type { StoredObject } from './stored-object.ts';
import { shownVersionId } from './version-stack.ts';

const showRestore = (object: StoredObject, now: number): string | undefined =>
  isArchiveClass(object) && object.restoredUntil !== undefined && object.restoredUntil > now
    ? `ongoing-request="false", expiry-date="${new Date(object.restoredUntil).toUTCString()}"`
    : undefined;

const mapValues = <T extends Readonly<Record<string, string>>>(
  members: T,
  change: (value: string) => string,
): T =>
  Object.fromEntries(Object.entries(members).map(([name, value]) => [name, change(value)])) as T;

const beyondLatin1 = /[\u{100}-\u{10ffff}]/gu;

/** Headers hold one byte a character: what does not fit is a space. */
const inHeader = (value: string): string => value.replace(beyondLatin1, ' ');

const showExpires = (text: string): { readonly Expires?: Date; readonly ExpiresString: string } => {
  const date = new Date(text);
  return { ExpiresString: text, ...(Number.isNaN(date.getTime()) ? {} : { Expires: date }) };
};

const showSystem = ({ system: { expires, ...kept } }: StoredObject) => ({
  ...mapValues(kept, inHeader),
  ...(expires === undefined ? {} : showExpires(inHeader(expires))),
});

const showMetadata = ({ metadata, hiddenMetadata }: StoredObject) => ({
  Metadata: mapValues(metadata, encodeWords),
  MissingMeta: hiddenMetadata === 0 ? undefined : hiddenMetadata,
});

const showLock = ({ retention, legalHold, eventHold }: StoredObject) => ({
  ...showEventHold(eventHold),
  ObjectLockMode: retention?.mode,
  ObjectLockRetainUntilDate: retention === undefined ? undefined : new Date(retention.until),
  ObjectLockLegalHoldStatus:
    legalHold === undefined ? undefined : legalHold ? ('ON' as const) : ('OFF' as const),
});

export const showObject = (bucket: Bucket, object: StoredObject, now: number) =>
  withoutUndefined({
    AcceptRanges: 'bytes',
    LastModified: new Date(object.lastModified),
    ContentLength: object.bytes.length,
    ETag: quoted(object.etag),
    VersionId: shownVersionId(bucket, object),
    ...showMetadata(object),
    ...showSystem(object),
    StorageClass:
      object.storageClass === 'STANDARD' ? undefined : (object.storageClass as S3.StorageClass),
    Restore: showRestore(object, now),
    WebsiteRedirectLocation: object.websiteRedirect,
    ReplicationStatus: object.replication as S3.ReplicationStatus | undefined,
    TagCount: object.tags.isEmpty() ? undefined : object.tags.size,
    ...showLock(object),
    ...showEncryption(object.encryption),
  });
