import { assumed, documented, observed, s3Api, s3Guide } from './rule.ts';

export const UPDATE_RULES = [
  ...documented(s3Api('UpdateObjectEncryption'), {
    'update/re-keys':
      'SSE-S3 and SSE-KMS objects go to the key named, whatever their class or version',
    'update/keeps-the-rest':
      'bytes, ETag, LastModified, version id, checksum, tags, metadata, class and ACL stay',
    'update/bucket-key-off':
      'the bucket key is off unless asked for, whatever the bucket default says',
    'update/source-kinds': 'unencrypted, DSSE-KMS and SSE-C objects are refused with 400',
    'update/full-arn-only': 'key ids, alias names, alias ARNs and nothing are refused with 400',
    'update/foreign-key': "another account's key is refused with 403, shared or not",
    'update/locked': 'objects under retention or legal hold are refused with 403',
    'update/missing': 'what is not there, or is a delete marker, is refused with 404',
  }),
  ...documented(s3Guide('update-sse-encryption'), {
    'update/current-version': 'without a version id the current version is re-keyed, no other',
    'update/not-replicated': 'the replication status stays as it was',
  }),
  ...documented(s3Guide('EventBridge'), {
    'update/no-event': 'no event tells of it',
  }),
  ...assumed(s3Api('UpdateObjectEncryption'), {
    'update/unusable-key': 'a target or source key that cannot be used is refused with a KMS code',
    'update/aws-managed-target': 'aws/s3 is refused as a target',
    'update/expired-lock': 'a retention that has ended holds nothing back',
  }),
] as const;

export const COPY_RULES = [
  ...documented(s3Api('CopyObject'), {
    'copy/metadata': 'metadata is copied, or with REPLACE taken from the request alone',
    'copy/tags': 'tags are copied, or with REPLACE taken from the request alone',
    'copy/tags-denied':
      'a copy of a tagged object is refused with 403 where its tags may not be read',
    'copy/not-copied': 'ACL, storage class, redirect and lock are not copied',
    'copy/encryption':
      'the encryption is the bucket default of the target, or what the request names',
    'copy/checksum': 'the checksum is carried over, or made anew with another algorithm',
    'copy/unknown-algorithm': 'a checksum algorithm that is none is refused with 400',
    'copy/said-again': 'ACL, class, redirect and lock of a copy are those that the request names',
    'copy/multipart-structure': 'the copy of a multipart object is in one part',
    'copy/source-conditions': 'source conditions that do not hold are refused with 412',
    'copy/too-large': 'a source above 5 GiB is refused with 400',
    'copy/archived': 'an archived source is refused with 403 until it is restored',
    'copy/source-key': 'a source whose key cannot be used is refused as on GET',
    'copy/delete-marker': 'a delete marker is no source: 404, or 400 by version id',
  }),
  ...documented(s3Guide('checking-object-integrity-upload'), {
    'copy/checksum-whole': 'a composite checksum becomes one of the whole',
    'copy/checksum-added': 'a copy of what has no checksum gets CRC64NVME',
  }),
  ...documented(s3Guide('bucket-owner-condition'), {
    'copy/source-owner': 'a wrong expected source owner is refused with 403',
  }),
  ...observed(s3Api('CopyObject'), {
    'copy/self': 'a copy onto itself that changes nothing is refused with 400',
    'copy/self-with-default':
      'a bucket default that somebody chose makes the copy onto itself legal',
    'copy/older-version': 'copying an older version onto its key makes a new current version of it',
    'copy/encoded-source': 'the source is URL-decoded once, with `+` for a space',
  }),
] as const;

export const CONDITION_RULES = [
  ...documented(s3Guide('conditional-writes'), {
    'condition/if-none-match': 'If-None-Match `*` writes only where no object is current, else 412',
    'condition/if-match': 'If-Match writes only over that ETag: 412 for another, 404 for none',
  }),
  ...documented(s3Guide('conditional-deletes'), {
    'condition/delete':
      'If-Match deletes only that ETag: 412 for another or a marker, 404 for none',
    'condition/delete-version':
      'a condition on a delete by version id looks at the current version',
  }),
  ...assumed(s3Guide('conditional-writes'), {
    'condition/other-if-none-match': 'If-None-Match other than `*` is not modelled for writes',
  }),
  ...documented(s3Guide('conditional-reads'), {
    'condition/reads': 'reads answer 412 or 304 by ETag first, by date where no ETag is named',
  }),
] as const;

export const READ_RULES = [
  ...documented(s3Api('GetObject'), {
    'read/range': 'one range is served with 206, one outside is 416, anything else is ignored',
    'read/archived': 'GET of an archived object is refused with 403; HEAD is not',
    'read/whole': 'GET and HEAD tell metadata, class, tag count and lock',
  }),
  ...observed(s3Api('GetObject'), {
    'read/part-number': 'a part is served by its number with the count of parts, others are 416',
    'read/malformed-version': 'a version id that cannot be one is refused with 400',
  }),
  ...documented(s3Api('HeadObject'), {
    'read/missing': 'what is missing is 404, or 403 where listing is denied',
  }),
  ...documented(s3Guide('DeleteMarker'), {
    'read/delete-marker': 'a delete marker is 404, and 405 by its version id, and says what it is',
  }),
  ...documented(s3Guide('object-keys'), {
    'read/key-length': 'a key above 1,024 bytes is refused with 400',
  }),
  ...documented(s3Api('GetObjectAttributes'), {
    'read/attributes': 'attributes are those asked for, the ETag without quotes, no encryption',
    'read/attributes-parts': 'parts are told one by one where they have checksums, in pages',
  }),
] as const;

export const METADATA_RULES = [
  ...documented(s3Guide('UsingMetadata'), {
    'metadata/encoded': 'values that are no ASCII come back as encoded words, ASCII as it is',
    'metadata/decoded': 'encoded words are decoded before they are stored',
    'metadata/missing': 'entries that no header can show are only counted',
  }),
  ...observed(s3Guide('UsingMetadata'), {
    'metadata/coding': 'mostly ASCII comes back in Q, anything else in B, control characters too',
    'metadata/encoded-ascii': 'an encoded word that holds ASCII stays as it came',
    'metadata/beyond-latin-1': 'in system metadata characters beyond Latin-1 are spaces',
  }),
  ...assumed(s3Guide('UsingMetadata'), {
    'metadata/system': 'system metadata comes back byte for byte, Latin-1 too',
    'metadata/expires': 'Expires comes back as it was sent, also where it is no date',
  }),
  ...documented(s3Api('PutObject'), {
    'metadata/redirect': 'a redirect that is neither a path nor a URL is refused with 400',
  }),
] as const;

export const INTEGRITY_RULES = [
  ...documented(s3Guide('checking-object-integrity-upload'), {
    'integrity/md5': 'a Content-MD5 that is none, or of other bytes, is refused with 400',
    'integrity/checksum':
      'a checksum of other bytes is refused; the right one is kept, shown if asked',
  }),
  ...documented(s3Guide('checking-object-integrity-upload'), {
    'integrity/added': 'an upload without a checksum gets CRC64NVME',
  }),
  ...assumed(s3Guide('checking-object-integrity-upload'), {
    'integrity/range': 'a range is told without a checksum',
    'integrity/unverified': 'checksums of the xxHash family are kept as sent',
  }),
] as const;
