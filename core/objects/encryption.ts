import type { KeyArn } from '../keys/key-arn.ts';

/**
 * How one object is encrypted, as HeadObject tells it. An object that HeadObject could not read has
 * no encryption here: it is an `Unreadable` reading.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html#API_HeadObject_ResponseElements
 */
export type Encryption =
  | { readonly kind: 'sse-s3' }
  | { readonly kind: 'sse-kms'; readonly keyArn: KeyArn; readonly bucketKey: boolean }
  | { readonly kind: 'dsse-kms'; readonly keyArn: KeyArn }
  | { readonly kind: 'sse-c' }
  | { readonly kind: 'none' }
  | { readonly kind: 'managed-elsewhere'; readonly by: string }; // `aws:fsx`, `aws:backup`, or a value newer than this code

/** The key that encrypts the object, where it is a KMS key. */
export const kmsKeyOf = (encryption: Encryption): KeyArn | undefined =>
  encryption.kind === 'sse-kms' || encryption.kind === 'dsse-kms' ? encryption.keyArn : undefined;
