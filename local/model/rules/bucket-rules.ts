import { assumed, documented, observed, s3Api, s3Guide } from './rule.ts';

export const BUCKET_RULES = [
  ...documented(s3Api('CreateBucket'), {
    'bucket/names': 'a name that cannot be one is refused with 400',
    'bucket/taken': 'a taken name is refused with 409, and says whether it is your own',
    'bucket/location': 'a location that is not the Region is refused with 400',
  }),
  ...documented(s3Api('DeleteBucket'), {
    'bucket/not-empty': 'a bucket with any version or marker in it is not deleted: 409',
  }),
  ...documented(s3Api('ListBuckets'), {
    'bucket/list': 'an account lists its own buckets, in pages',
  }),
  ...documented(s3Api('HeadBucket'), {
    'bucket/missing': 'a bucket that is not there is 404 for every operation',
  }),
  ...documented(s3Guide('bucket-owner-condition'), {
    'bucket/expected-owner': 'a wrong expected owner is refused with 403 by every operation',
  }),
  ...documented(s3Api('PutBucketEncryption'), {
    'bucket/encryption-one-rule': 'exactly one default encryption rule is taken',
    'bucket/encryption-key-unchecked': 'the default key is not looked at when it is set',
    'bucket/encryption-reset': 'deleting the default brings SSE-S3 back and keeps the SSE-C block',
  }),
  ...observed(s3Api('GetBucketEncryption'), {
    'bucket/encryption-new': 'a new bucket says AES256, no bucket key, SSE-C blocked',
    'bucket/encryption-keeps-block': 'a default that names no blocked types leaves the block alone',
  }),
  ...documented(s3Api('PutBucketVersioning'), {
    'bucket/versioning': 'versioning is on or suspended, and nothing before it was set',
  }),
  ...documented(s3Api('PutBucketTagging'), {
    'bucket/tags': 'bucket tags are replaced as a set, and 404 where there are none',
  }),
  ...documented(s3Api('PutBucketPolicy'), {
    'bucket/policy':
      'a policy is kept as text, refused where it is no JSON, 404 where there is none',
  }),
  ...documented(s3Api('PutBucketReplication'), {
    'bucket/replication': 'a replication configuration needs versioning, and is read back as set',
  }),
  ...documented(s3Api('PutBucketOwnershipControls'), {
    'bucket/ownership': 'new buckets say BucketOwnerEnforced, and the setting can be changed',
  }),
  ...documented(s3Guide('tagging-and-policies'), {
    'bucket/denied-by-tag':
      'a denial of objects that carry a tag holds for callers who are known and not exempt',
  }),
  ...assumed(s3Guide('tagging-and-policies'), {
    'bucket/policy-unevaluated':
      'any other statement, and any caller who is not known, is let through',
  }),
  ...assumed(s3Guide('troubleshoot-403-errors'), {
    'bucket/denied': 'what a test denies is refused with 403, for everyone, until it is allowed',
  }),
] as const;

export const LIST_RULES = [
  ...documented(s3Api('ListObjectsV2'), {
    'list/order': 'keys come in the order of their UTF-8 bytes, current objects only',
    'list/pages': 'pages hold a thousand at most and join without a gap or a repeat',
    'list/prefixes': 'keys behind the delimiter are rolled up, and count as one',
    'list/start-after': 'a listing starts behind the key named',
  }),
  ...observed(s3Api('ListObjectsV2'), {
    'list/encoded': 'with url encoding keys are spelled as forms do',
    'list/bad-token': 'a continuation token that is none is refused with 400',
  }),
  ...documented(s3Api('ListObjectVersions'), {
    'list/versions': 'versions and markers come newest first within a key, and say which is latest',
    'list/version-pages': 'version pages go on inside a key',
  }),
] as const;

export const MULTIPART_RULES = [
  ...documented(s3Api('CompleteMultipartUpload'), {
    'multipart/joined':
      'the object is its parts in order, with a -N ETag and all that Create fixed',
    'multipart/part-list':
      'parts that are missing, changed, out of order or small are refused with 400',
    'multipart/condition': 'conditions are asked at the end',
    'multipart/size': 'a wrong object size is refused with 400',
    'multipart/checksum': 'a declared checksum is asked for part by part and joined',
    'multipart/checksum-sent': 'a checksum of the whole that does not agree is refused with 400',
    'multipart/checksum-type': 'the type of checksum stays what Create said, or the end is refused',
  }),
  ...documented(s3Guide('checking-object-integrity-upload'), {
    'multipart/checksum-kinds':
      'only cyclic checks cover the whole of an upload in parts, and CRC64NVME nothing less',
    'multipart/checksum-whole': 'a checksum of the whole is that of its bytes',
    'multipart/checksum-added': 'an upload in parts without a checksum gets CRC64NVME',
    'multipart/gapless': 'parts with a composite checksum are numbered without a gap, or it is 500',
    'multipart/part-checksum': 'a part is told with its own checksum',
  }),
  ...documented(s3Api('UploadPart'), {
    'multipart/part-numbers': 'part numbers run from 1 to 10,000',
    'multipart/same-customer-key': 'parts must bring the customer key that Create named, or none',
    'multipart/replaced-part': 'a later part of the same number replaces the earlier',
    'multipart/part-needs-key': 'a part needs the KMS key that Create named to be usable',
  }),
  ...documented(s3Api('UploadPartCopy'), {
    'multipart/part-copy': 'a part may be a range of an object, under the conditions of a copy',
    'multipart/range': 'a range that is malformed or outside the source is refused with 400',
  }),
  ...documented(s3Api('AbortMultipartUpload'), {
    'multipart/abort': 'an aborted or finished upload is gone: 404',
  }),
  ...documented(s3Api('ListParts'), {
    'multipart/list': 'uploads and parts are listed in order, in pages',
  }),
  ...documented(s3Api('ListMultipartUploads'), {
    'multipart/initiator':
      'uploads and parts name who began them, users and roles by ARN, and the account that owns them',
  }),
] as const;
