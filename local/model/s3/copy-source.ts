// The source of a copy: URL-encoded by the client, read under its own owner, key and conditions.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html status: documented
// That a literal `+` means a space status: observed
import type { Refused } from '../call.ts';
import { isRefused, refuse } from '../result.ts';
import type { Bucket } from './bucket.ts';
import { checkKmsKey } from './decrypt.ts';
import { isDenied } from './denials.ts';
import { openAnyVersion } from './open-version.ts';
import { judgeReadConditions } from './read-conditions.ts';
import {
  accessDenied,
  invalidArgument,
  invalidRequest,
  noSuchBucket,
  noSuchKey,
  notImplemented,
  preconditionFailed,
} from './refusals.ts';
import type { InputOf, S3Scope } from './scope.ts';
import { checkCustomerKey } from './sse-c.ts';
import { isArchived } from './storage-class.ts';
import type { StoredObject } from './stored-object.ts';
import { checkTagDenial, READ } from './tag-denial.ts';

type CopyRequest = Pick<
  InputOf<'UploadPartCopy'>,
  Extract<keyof InputOf<'UploadPartCopy'>, `CopySource${string}` | 'ExpectedSourceBucketOwner'>
>;

export type CopySource = {
  readonly bucket: Bucket;
  readonly key: string;
  readonly versionId: string | undefined; // as the request named it
  readonly object: StoredObject;
};

type Address = { readonly bucket: string; readonly key: string; readonly versionId?: string };

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined; // a broken percent sequence
  }
};

const parseAddress = (header: string): Address | Refused => {
  const [path = '', ...query] = header.split('?versionId=');
  const [bucket = '', ...rest] = (path.startsWith('/') ? path.slice(1) : path).split('/');
  if (bucket.startsWith('arn:')) return notImplemented('copying from an access point');
  const key = decode(rest.join('/'));
  const versionId = query.length === 0 ? undefined : decode(query.join('?versionId='));
  if (key === undefined || key === '' || bucket === '') {
    return invalidArgument('Invalid copy source object key');
  }
  return versionId === undefined ? { bucket, key } : { bucket, key, versionId };
};

const openSource = (scope: S3Scope, request: CopyRequest): CopySource | Refused => {
  const address = parseAddress(request.CopySource ?? '');
  if (isRefused(address)) return address;
  const { key, versionId } = address;
  const bucket = scope.model.buckets.get(address.bucket);
  if (bucket === undefined) return noSuchBucket();
  const owner = request.ExpectedSourceBucketOwner;
  if (owner !== undefined && owner !== bucket.owner) return accessDenied();
  if (isDenied(scope.model, 'GetObject', bucket.name, key)) return accessDenied();
  const object = openAnyVersion({ ...scope, bucket, key }, versionId);
  if (object.kind !== 'delete-marker') {
    if (isRefused(object)) return object;
    const denied = checkTagDenial({ ...scope, bucket, key }, object, READ, versionId);
    return denied ?? { bucket, key, versionId, object };
  }
  return versionId === undefined
    ? noSuchKey()
    : invalidRequest(
        'The source of a copy request may not specifically refer to a delete marker by version id.',
      );
};

const checkReadable = (
  scope: S3Scope,
  { object }: CopySource,
  request: CopyRequest,
): Refused | undefined => {
  const wrongKey = checkCustomerKey(object.encryption, {
    SSECustomerAlgorithm: request.CopySourceSSECustomerAlgorithm,
    SSECustomerKey: request.CopySourceSSECustomerKey,
    SSECustomerKeyMD5: request.CopySourceSSECustomerKeyMD5,
  });
  if (wrongKey !== undefined) return wrongKey;
  if (isArchived(object, scope.context.now)) {
    return refuse(
      403,
      'ObjectNotInActiveTierError',
      'The source object of the COPY action is not in the active tier and is only stored in Amazon S3 Glacier.',
    );
  }
  const judged = judgeReadConditions(object, {
    IfMatch: request.CopySourceIfMatch,
    IfNoneMatch: request.CopySourceIfNoneMatch,
    IfModifiedSince: request.CopySourceIfModifiedSince,
    IfUnmodifiedSince: request.CopySourceIfUnmodifiedSince,
  });
  // A copy knows no 304: whatever does not hold is a 412.
  return judged === 'met' ? checkKmsKey(scope, object.encryption) : preconditionFailed();
};

export const readCopySource = (scope: S3Scope, request: CopyRequest): CopySource | Refused => {
  const source = openSource(scope, request);
  if (isRefused(source)) return source;
  return checkReadable(scope, source, request) ?? source;
};
