import { S3ServiceException } from '@aws-sdk/client-s3';
import type { Refusal } from '../core/copies/refusal.ts';

// S3 answers these with a 4xx although trying again may well succeed
// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
const TRY_AGAIN = new Set([
  'ExpiredToken',
  'RequestTimeout',
  'RequestTimeTooSkewed',
  'KMS.ThrottlingException',
  'KMS.KMSInternalException',
  'KMS.DependencyTimeoutException',
  'KMS.KeyUnavailableException',
]);

/**
 * What AWS will not do is an answer; what it may do later is thrown on: the queue tries again. Conflicts (409) are
 * of the second kind: what was in the way is over by then.
 */
export const toRefusal = (error: unknown): Refusal => {
  if (!(error instanceof S3ServiceException) || TRY_AGAIN.has(error.name)) {
    throw error;
  }
  const words = error.message;
  switch (error.$metadata.httpStatusCode) {
    case 404: // deleted meanwhile
    case 405: // the version is a delete marker
    case 412: // a precondition does not hold
      return { kind: 'changed', words: `${error.name}: ${words}` };
    case 400: // this key, this source or this target is not to be had
    case 403: // no right to, or Object Lock
      return { kind: 'refused', code: error.name, words };
    default:
      throw error;
  }
};
