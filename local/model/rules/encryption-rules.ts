import { assumed, documented, observed, s3Api, s3Guide } from './rule.ts';

const ERRORS = 'https://docs.aws.amazon.com/AmazonS3/latest/developerguide/ErrorResponses.html';

export const ENCRYPTION_RULES = [
  ...documented(s3Guide('default-encryption-faq'), {
    'encryption/default-sse-s3': 'an upload that names no encryption is stored under SSE-S3',
  }),
  ...documented(s3Guide('default-bucket-encryption'), {
    'encryption/bucket-default':
      'a bucket default of KMS or DSSE applies to uploads that name nothing',
    'encryption/request-first': 'what the request names beats the bucket default',
  }),
  ...documented(s3Api('PutObject'), {
    'encryption/aws-s3-key':
      '`aws:kms` without a key means the aws/s3 key, never the default key of the bucket',
    'encryption/key-without-kms': 'a key id without `aws:kms` is refused with 400',
    'encryption/etag': 'the ETag is the MD5 only for single uploads under SSE-S3',
  }),
  ...documented(s3Guide('UsingKMSEncryption'), {
    'encryption/aws-s3-once':
      'the aws/s3 key is made at its first use and stays the same afterwards',
    'encryption/get-needs-key': 'GET is refused with 400 while the key cannot be used',
    'encryption/context-form':
      'an encryption context that is not base64 JSON of strings is refused',
  }),
  ...documented(s3Api('HeadObject'), {
    'encryption/head-needs-no-key': 'HEAD shows a KMS object whatever the state of its key',
    'encryption/checksum-needs-key':
      'HEAD that asks for the checksum of a KMS object needs its key',
  }),
  ...observed(s3Api('HeadObject'), {
    'encryption/full-arn': 'key id, alias name, alias ARN and key ARN all come back as the key ARN',
  }),
  ...documented(s3Guide('bucket-key'), {
    'encryption/bucket-key': 'the bucket key is on by request, else by bucket default',
    'encryption/dsse-no-bucket-key': 'DSSE-KMS has no bucket key, whoever asks for it',
  }),
  ...observed(s3Guide('bucket-key'), {
    'encryption/bucket-key-omitted': 'answers omit the bucket key where it is off',
  }),
  ...documented(s3Api('CopyObject'), {
    'encryption/unknown-algorithm': 'an unknown algorithm is refused with 400',
  }),
  ...documented(ERRORS, {
    'encryption/unusable-key':
      'a write under a disabled, deleted, unknown or asymmetric key is refused with 400 and a KMS code',
  }),
  ...observed(s3Guide('UsingKMSEncryption'), {
    'encryption/other-region': 'a key of another Region is refused as not found',
  }),
  ...documented(s3Api('PutBucketEncryption'), {
    'encryption/alias-of-requester': 'an alias is looked up in the account of the requester',
  }),
  ...documented(s3Guide('troubleshoot-403-errors'), {
    'encryption/foreign-key':
      "another account's key works by full ARN where it is shared, else 403",
  }),
  ...assumed(s3Api('HeadObject'), {
    'encryption/managed-elsewhere':
      '`aws:fsx` and `aws:backup` are shown, and no upload may name them',
  }),
] as const;

export const SSE_C_RULES = [
  ...documented(s3Guide('ServerSideEncryptionCustomerKeys'), {
    'sse-c/shown': 'an SSE-C object names its algorithm and key MD5, and no other encryption',
    'sse-c/read-needs-key': 'HEAD and GET of an SSE-C object without the key are refused with 400',
  }),
  ...observed(s3Guide('ServerSideEncryptionCustomerKeys'), {
    'sse-c/wrong-key': 'a wrong customer key is refused with 403',
    'sse-c/not-applicable': 'customer key headers on any other object are refused with 400',
    'sse-c/bad-headers': 'incomplete or broken customer key headers are refused with 400',
    'sse-c/delete-needs-no-key': 'an SSE-C object is deleted without its key',
  }),
  ...documented(s3Guide('blocking-unblocking-s3-c-encryption-gpb'), {
    'sse-c/blocked': 'new buckets block SSE-C: writes that name it are refused with 403',
    'sse-c/unblocked': '`NONE` takes the block away, `SSE-C` puts it back, and reading goes on',
  }),
  ...assumed(s3Guide('object-tagging'), {
    'sse-c/tagged-without-key': 'an SSE-C object is tagged without its key',
  }),
] as const;
