import type { Encryption } from '../../../../core/objects/encryption.ts';
import type { StoredEncryption } from '../../../../local/model/s3/stored-object.ts';

/** Our own reading of S3's headers, apart from the product's. */
export type Told =
  | { readonly kind: 'none' | 'sse-s3' | 'sse-c' }
  | { readonly kind: 'sse-kms'; readonly key: string; readonly bucketKey: boolean }
  | { readonly kind: 'dsse-kms'; readonly key: string }
  | { readonly kind: 'managed-elsewhere'; readonly by: string };

type Headers = Readonly<Record<string, unknown>>;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html#API_HeadObject_ResponseElements */
export const toldBy = (head: Headers): Told => {
  const algorithm = head['ServerSideEncryption'];
  const key = String(head['SSEKMSKeyId']);
  if (head['SSECustomerAlgorithm'] !== undefined) return { kind: 'sse-c' };
  switch (algorithm) {
    case undefined:
      return { kind: 'none' };
    case 'AES256':
      return { kind: 'sse-s3' };
    case 'aws:kms':
      return { kind: 'sse-kms', key, bucketKey: head['BucketKeyEnabled'] === true };
    case 'aws:kms:dsse':
      return { kind: 'dsse-kms', key };
    default:
      return { kind: 'managed-elsewhere', by: String(algorithm) };
  }
};

export const toldOfStored = (stored: StoredEncryption): Told => {
  switch (stored.kind) {
    case 'sse-kms':
      return { kind: 'sse-kms', key: stored.keyArn, bucketKey: stored.bucketKey };
    case 'dsse-kms':
      return { kind: 'dsse-kms', key: stored.keyArn };
    case 'managed-elsewhere':
      return { kind: 'managed-elsewhere', by: stored.by };
    case 'none':
    case 'sse-s3':
    case 'sse-c':
    default:
      return { kind: stored.kind };
  }
};

export const keyOf = (told: Told): string | undefined => ('key' in told ? told.key : undefined);

/** Whether a record tells of this encryption, to the letter. */
export const isSame = (told: Told, recorded: Encryption | undefined): boolean => {
  if (recorded?.kind !== told.kind) return false;
  const key = 'keyArn' in recorded ? recorded.keyArn : undefined;
  const bucketKey = recorded.kind === 'sse-kms' ? recorded.bucketKey : undefined;
  const by = recorded.kind === 'managed-elsewhere' ? recorded.by : undefined;
  return (
    key === keyOf(told) &&
    bucketKey === ('bucketKey' in told ? told.bucketKey : undefined) &&
    by === ('by' in told ? told.by : undefined)
  );
};
