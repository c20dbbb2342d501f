import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import { parseKeyArn } from '../core/keys/key-arn.ts';
import type { Encryption } from '../core/objects/encryption.ts';

type SseHeaders = Pick<
  HeadObjectCommandOutput,
  'ServerSideEncryption' | 'SSEKMSKeyId' | 'BucketKeyEnabled' | 'SSECustomerAlgorithm'
>;

/**
 * The encryption that HeadObject's headers name; `undefined` where they name a key that is no full key ARN, which
 * S3 does not document to happen and nothing could be compared with.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html#API_HeadObject_ResponseElements
 */
export const toEncryption = (head: SseHeaders): Encryption | undefined => {
  if (head.SSECustomerAlgorithm !== undefined) {
    return { kind: 'sse-c' };
  }
  switch (head.ServerSideEncryption) {
    case undefined:
      return { kind: 'none' }; // written before S3 encrypted everything, in January 2023
    case 'AES256':
      return { kind: 'sse-s3' };
    case 'aws:kms': {
      const keyArn = parseKeyArn(head.SSEKMSKeyId ?? '');
      // S3 leaves the header out where it is false
      return keyArn && { kind: 'sse-kms', keyArn, bucketKey: head.BucketKeyEnabled === true };
    }
    case 'aws:kms:dsse': {
      const keyArn = parseKeyArn(head.SSEKMSKeyId ?? '');
      return keyArn && { kind: 'dsse-kms', keyArn };
    }
    default: // aws:fsx, aws:backup, and whatever comes later
      return { kind: 'managed-elsewhere', by: head.ServerSideEncryption };
  }
};
