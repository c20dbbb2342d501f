// How S3 encrypts what is written: request before bucket default, default before nothing.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html status: documented
import type { Refused } from '../call.ts';
import { AWS_S3_ALIAS, withAwsS3Key } from '../kms/aws-managed-key.ts';
import { useKeyForS3 } from '../kms/use-key-for-s3.ts';
import { isRefused } from '../result.ts';
import type { AwsModel } from '../state.ts';
import { accessDenied, invalidArgument } from './refusals.ts';
import { requesterAccount } from './requester.ts';
import type { S3Scope } from './scope.ts';
import { namesCustomerKey, readCustomerKey, type CustomerKey } from './sse-c.ts';
import type { StoredEncryption } from './stored-object.ts';

export type EncryptionRequest = CustomerKey & {
  readonly ServerSideEncryption?: string | undefined;
  readonly SSEKMSKeyId?: string | undefined;
  readonly BucketKeyEnabled?: boolean | undefined;
};

/** Choosing `aws/s3` may bring that key into being, hence a model beside the choice. */
export type ChosenEncryption = {
  readonly model: AwsModel;
  readonly encryption: StoredEncryption;
};

const withCustomerKey = (
  { model, bucket }: S3Scope,
  request: EncryptionRequest,
): ChosenEncryption | Refused => {
  if (request.ServerSideEncryption !== undefined) {
    return invalidArgument(
      'Server Side Encryption with Customer provided key is incompatible with the encryption method specified',
    );
  }
  const key = readCustomerKey(request);
  if (isRefused(key)) return key;
  return bucket.encryption.blocksSseC
    ? accessDenied(
        'this bucket has blocked upload requests that specify Server Side Encryption with Customer provided keys (SSE-C). Please specify a different server-side encryption type',
      )
    : { model, encryption: { kind: 'sse-c', keyMd5: key.keyMd5 } };
};

const withKmsKey = (
  scope: S3Scope,
  kind: 'sse-kms' | 'dsse-kms',
  reference: string | undefined,
  bucketKey: boolean,
): ChosenEncryption | Refused => {
  const account = requesterAccount(scope);
  const named = reference ?? AWS_S3_ALIAS;
  const model = withAwsS3Key(scope.model, named, account, scope.context.now);
  const key = useKeyForS3(model, named, account);
  if (isRefused(key)) return key;
  // Bucket keys do not exist for DSSE-KMS.
  return kind === 'sse-kms'
    ? { model, encryption: { kind, keyArn: key.arn, bucketKey } }
    : { model, encryption: { kind, keyArn: key.arn } };
};

export const chooseEncryption = (
  scope: S3Scope,
  request: EncryptionRequest,
): ChosenEncryption | Refused => {
  if (namesCustomerKey(request)) return withCustomerKey(scope, request);
  const standard = scope.bucket.encryption;
  const asked = request.ServerSideEncryption;
  if (request.SSEKMSKeyId !== undefined && asked !== 'aws:kms' && asked !== 'aws:kms:dsse') {
    return invalidArgument(
      'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
    );
  }
  const bucketKey = request.BucketKeyEnabled ?? standard.bucketKey;
  // `aws:kms` without a key means `aws/s3`, never the bucket's default key.
  const keyId = asked === undefined ? standard.keyId : request.SSEKMSKeyId;
  switch (asked ?? standard.algorithm) {
    case 'AES256':
      return { model: scope.model, encryption: { kind: 'sse-s3' } };
    case 'aws:kms':
      return withKmsKey(scope, 'sse-kms', keyId, bucketKey);
    case 'aws:kms:dsse':
      return withKmsKey(scope, 'dsse-kms', keyId, false);
    default:
      return invalidArgument('The encryption method specified is not supported');
  }
};
