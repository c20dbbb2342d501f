// Re-keys a version in place: nothing but its encryption changes, and no event tells of it.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/update-sse-encryption.html status: documented
// KMS's refusals (codes as on PutObject), `aws/s3` as a refused target, expired locks letting go status: assumed
import { assertNever } from '../../../core/assert-never.ts';
import type { Refused } from '../call.ts';
import { useKeyForS3 } from '../kms/use-key-for-s3.ts';
import { isRefused, ok } from '../result.ts';
import { checkKmsKey } from './decrypt.ts';
import { isLocked } from './object-lock.ts';
import { openVersion } from './open-version.ts';
import { accessDenied, invalidRequest } from './refusals.ts';
import { requesterAccount } from './requester.ts';
import { saveBucket, type InputOf, type S3Handler, type S3Scope } from './scope.ts';
import type { StoredObject } from './stored-object.ts';
import { replaceVersion } from './version-stack.ts';

const KEY_ARN = /^arn:aws[a-zA-Z0-9-]*:kms:[a-z0-9-]+:(\d{12}):key\/[a-zA-Z0-9-]+$/;

const CONFIRM_ARN =
  "Requests that modify an object's encryption type to SSE-KMS require a valid AWS KMS key Amazon Resource Name (ARN). Confirm that you have a correctly formatted KMS key ARN in your request, and then try again.";

/** The full ARN of a key in the bucket owner's account: no id, no alias, no other account. */
const readTarget = (
  { bucket }: S3Scope,
  input: InputOf<'UpdateObjectEncryption'>,
): { readonly arn: string; readonly bucketKey: boolean } | Refused => {
  const wanted = input.ObjectEncryption?.SSEKMS;
  if (wanted === undefined) {
    return invalidRequest(
      'Requests that modify an object encryption configuration require a valid new encryption type. Valid values are SSEKMS. Modify the request to specify SSE-KMS for the updated encryption type, and then try again.',
    );
  }
  if (!wanted.KMSKeyArn) {
    return invalidRequest(
      "Requests that modify an object's encryption type to SSE-KMS require an AWS KMS key Amazon Resource Name (ARN). Modify the request to specify a KMS key ARN, and then try again.",
    );
  }
  const account = KEY_ARN.exec(wanted.KMSKeyArn)?.[1];
  if (account === undefined) return invalidRequest(CONFIRM_ARN);
  return account === bucket.owner
    ? { arn: wanted.KMSKeyArn, bucketKey: wanted.BucketKeyEnabled ?? false }
    : accessDenied(
        'The AWS KMS key in the request must be owned by the same account as the bucket. Modify the request to specify a KMS key from the same account, and then try again.',
      );
};

const checkSource = (object: StoredObject, now: number): Refused | undefined => {
  if (isLocked(object, now)) {
    return accessDenied(
      "The encryption type for the specified object can't be updated because that object is protected by S3 Object Lock. If the object has a governance-mode retention period or a legal hold, you must first remove the Object Lock status on the object before you issue your UpdateObjectEncryption request. You can't use the UpdateObjectEncryption operation with objects that have an Object Lock compliance mode retention period applied to them.",
    );
  }
  switch (object.encryption.kind) {
    case 'sse-s3':
    case 'sse-kms':
      return undefined;
    case 'none':
    case 'managed-elsewhere':
      return invalidRequest(
        "The UpdateObjectEncryption operation doesn't support unencrypted source objects. Only source objects encrypted with SSE-S3 or SSE-KMS are supported.",
      );
    case 'dsse-kms':
    case 'sse-c':
      return invalidRequest(
        "The UpdateObjectEncryption operation doesn't support source objects with the encryption type DSSE-KMS or SSE-C. Only source objects encrypted with SSE-S3 or SSE-KMS are supported.",
      );
    default:
      return assertNever(object.encryption);
  }
};

export const updateObjectEncryption: S3Handler<'UpdateObjectEncryption'> = (scope, input) => {
  const target = readTarget(scope, input);
  if (isRefused(target)) return target;
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  const unfit = checkSource(object, scope.context.now);
  if (unfit !== undefined) return unfit;
  const key = useKeyForS3(scope.model, target.arn, requesterAccount(scope));
  if (isRefused(key)) return key;
  if (key.manager === 'AWS') return invalidRequest(CONFIRM_ARN);
  const unreadable = checkKmsKey(scope, object.encryption);
  if (unreadable !== undefined) return unreadable;
  const updated: StoredObject = {
    ...object,
    encryption: { kind: 'sse-kms', keyArn: key.arn, bucketKey: target.bucketKey },
  };
  return ok(saveBucket(scope.model, replaceVersion(scope.bucket, scope.key, updated)), {});
};
