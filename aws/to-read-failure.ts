import { S3ServiceException } from '@aws-sdk/client-s3';
import type { Gone, Unreadable } from '../core/objects/object-facts.ts';
import type { Ref } from '../core/objects/ref.ts';

/** A HEAD answered 400: SSE-C, or a request that S3 refuses. HEAD errors have no body to tell them apart. */
export type BadRequest = { readonly kind: 'bad-request' };

/**
 * What an error of HeadObject says about the object. Branches on the status alone: a HEAD error has no body, so
 * the SDK knows no code. Throttling, timeouts and server errors are thrown on: the queue tries again.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const toReadFailure = (error: unknown, ref: Ref): Gone | Unreadable | BadRequest => {
  if (!(error instanceof S3ServiceException)) {
    throw error;
  }
  switch (error.$metadata.httpStatusCode) {
    case 404: // also where the current version is a delete marker
      return { kind: 'gone', ref, deleteMarker: headerOf(error, 'x-amz-delete-marker') === 'true' };
    case 405: // the version that was named is a delete marker
      return { kind: 'gone', ref, deleteMarker: true };
    case 403: // also a missing object, where the role lacks s3:ListBucket
      return { kind: 'unreadable', ref, cause: 'access-denied', words: wordsOf(error) };
    case 301:
    case 307:
      return { kind: 'unreadable', ref, cause: 'wrong-region', words: wordsOf(error) };
    case 400:
      return { kind: 'bad-request' };
    default:
      throw error;
  }
};

const headerOf = (error: S3ServiceException, name: string): string | undefined =>
  error.$response?.headers[name];

/** AWS's message where there is one; a HEAD error leaves only its status and request id to find it by. */
const wordsOf = (error: S3ServiceException): string =>
  `${error.name}: ${error.message} (HTTP ${error.$metadata.httpStatusCode}, request ${error.$metadata.requestId ?? 'unknown'})`;
