// How answers name an object's encryption: nothing for objects without any, the bucket key only where it is on.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html status: documented
import { assertNever } from '../../../core/assert-never.ts';
import type { StoredEncryption } from './stored-object.ts';

export type ShownEncryption = {
  readonly ServerSideEncryption?: 'AES256' | 'aws:kms' | 'aws:kms:dsse' | 'aws:fsx' | 'aws:backup';
  readonly SSEKMSKeyId?: string;
  readonly BucketKeyEnabled?: true;
  readonly SSECustomerAlgorithm?: 'AES256';
  readonly SSECustomerKeyMD5?: string;
};

export const showEncryption = (encryption: StoredEncryption): ShownEncryption => {
  switch (encryption.kind) {
    case 'none':
      return {};
    case 'sse-s3':
      return { ServerSideEncryption: 'AES256' };
    case 'sse-kms':
      return {
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: encryption.keyArn,
        ...(encryption.bucketKey ? { BucketKeyEnabled: true } : {}),
      };
    case 'dsse-kms':
      return { ServerSideEncryption: 'aws:kms:dsse', SSEKMSKeyId: encryption.keyArn };
    case 'sse-c':
      return { SSECustomerAlgorithm: 'AES256', SSECustomerKeyMD5: encryption.keyMd5 };
    case 'managed-elsewhere':
      return { ServerSideEncryption: encryption.by };
    default:
      return assertNever(encryption);
  }
};
