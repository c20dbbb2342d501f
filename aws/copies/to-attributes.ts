import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import type {
  EventHold,
  ObjectAttributes,
  SystemHeaders,
} from '../../core/copies/object-attributes.ts';
import type { ObjectFacts, Unreadable } from '../../core/objects/object-facts.ts';
import { toChecksum } from './to-checksum.ts';

type BesidesHead = Pick<ObjectAttributes, 'tags' | 'acl' | 'annotations' | 'parts'>;

/** Puts together what HEAD and the other reads of the same version told. */
export const toAttributes = (
  facts: ObjectFacts,
  head: HeadObjectCommandOutput,
  besides: BesidesHead,
): ObjectAttributes | Unreadable => {
  const { ref, etag, lastModified, size, encryption, storageClass, archived, lock } = facts;
  if (etag === undefined || lastModified === undefined || size === undefined) {
    const words = 'S3 told no ETag, date or size of it';
    return { kind: 'unreadable', ref, cause: 'invalid-request', words };
  }
  const checksum = toChecksum(head);
  const eventHold = toEventHold(head);
  const redirect = head.WebsiteRedirectLocation;
  return {
    ref,
    etag,
    lastModified,
    size,
    encryption,
    headers: toHeaders(head),
    metadata: head.Metadata ?? {},
    missingMetadata: head.MissingMeta ?? 0,
    ...(redirect !== undefined && { websiteRedirect: redirect }),
    storageClass: storageClass ?? 'STANDARD',
    archived,
    ...(lock && { lock }),
    ...(eventHold && { eventHold }),
    ...(checksum && { checksum }),
    ...besides,
  };
};

const toHeaders = (head: HeadObjectCommandOutput): SystemHeaders => ({
  ...(head.CacheControl !== undefined && { cacheControl: head.CacheControl }),
  ...(head.ContentDisposition !== undefined && { contentDisposition: head.ContentDisposition }),
  ...(head.ContentEncoding !== undefined && { contentEncoding: head.ContentEncoding }),
  ...(head.ContentLanguage !== undefined && { contentLanguage: head.ContentLanguage }),
  ...(head.ContentType !== undefined && { contentType: head.ContentType }),
  // uploaders write anything into Expires: the SDK keeps the text beside the date that it may be
  ...(head.ExpiresString !== undefined && { expires: head.ExpiresString }),
});

const toEventHold = (head: HeadObjectCommandOutput): EventHold | undefined =>
  head.ObjectLockEventHold === 'ON'
    ? {
        ...(head.ObjectLockEventHoldDurationDays !== undefined && {
          days: head.ObjectLockEventHoldDurationDays,
        }),
        ...(head.ObjectLockEventHoldDurationYears !== undefined && {
          years: head.ObjectLockEventHoldDurationYears,
        }),
      }
    : undefined;
