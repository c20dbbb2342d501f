import { randomBytes } from 'node:crypto';
import {
  HeadObjectCommand,
  type HeadObjectCommandInput,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Reading } from '../core/objects/object-facts.ts';
import type { Ref } from '../core/objects/ref.ts';
import { toObjectFacts } from './to-object-facts.ts';
import { toReadFailure } from './to-read-failure.ts';

/**
 * Reads how one object is encrypted: exactly one HeadObject, but for SSE-C two. ChecksumMode stays off, since it
 * would need kms:Decrypt. Throws what the queue should try again.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const createReadObject =
  (s3: S3Client, account: string) =>
  async (ref: Ref): Promise<Reading> => {
    const input: HeadObjectCommandInput = {
      Bucket: ref.bucket,
      Key: ref.key,
      ...(ref.versionId !== undefined && { VersionId: ref.versionId }),
      ExpectedBucketOwner: account,
    };
    try {
      return toObjectFacts(ref, await s3.send(new HeadObjectCommand(input)));
    } catch (error) {
      const failure = toReadFailure(error, ref);
      if (failure.kind !== 'bad-request') {
        return failure;
      }
    }
    return (await isUnderCustomerKey(s3, input))
      ? { kind: 'object', ref, encryption: { kind: 'sse-c' }, archived: false }
      : { kind: 'unreadable', ref, cause: 'invalid-request', words: BAD_REQUEST };
  };

const BAD_REQUEST = 'S3 answered 400: an expired token, or a version id that S3 does not know';

/**
 * A HEAD without SSE headers answers 400 for an SSE-C object, but also for an expired token or a malformed version
 * id, and a HEAD error has no body. Asked again with a key that cannot be right, S3 answers 403 only for SSE-C.
 */
const isUnderCustomerKey = async (
  s3: S3Client,
  input: HeadObjectCommandInput,
): Promise<boolean> => {
  try {
    await s3.send(
      new HeadObjectCommand({
        ...input,
        SSECustomerAlgorithm: 'AES256',
        SSECustomerKey: randomBytes(32).toString('base64'), // the SDK adds its MD5
      }),
    );
    return false; // overwritten in between: what is there now was not what answered 400
  } catch (error) {
    if (error instanceof S3ServiceException) {
      switch (error.$metadata.httpStatusCode) {
        case 403:
          return true;
        case 400:
          return false;
        default:
      }
    }
    throw error;
  }
};
