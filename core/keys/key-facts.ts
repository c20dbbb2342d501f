import type { KeyArn } from './key-arn.ts';

/** What DescribeKey says of a key. https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html */
export type KeyFacts = {
  readonly kind: 'key';
  readonly arn: KeyArn;
  readonly manager: 'aws' | 'customer';
  readonly state: string; // `Enabled`, `Disabled`, `PendingDeletion`, ... as KMS spells it
  readonly spec: string; // S3 takes only `SYMMETRIC_DEFAULT`
  readonly usage: string; // S3 takes only `ENCRYPT_DECRYPT`
  readonly origin: string;
  readonly multiRegion: boolean;
};

export type KeyUnreadable = {
  readonly kind: 'key-unreadable';
  readonly cause: 'access-denied' | 'not-found' | 'invalid-arn' | 'invalid-state';
  readonly words: string; // AWS's message, verbatim
};

export type KeyReading = KeyFacts | KeyUnreadable;

/** GetKeyRotationStatus, asked only where a rule requires `key-rotation`. */
export type RotationReading =
  | { readonly kind: 'rotation'; readonly enabled: boolean }
  | KeyUnreadable;

/** Whether S3 can encrypt and decrypt with the key now. https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
export const isUsableByS3 = (key: KeyFacts): boolean =>
  key.state === 'Enabled' && key.spec === 'SYMMETRIC_DEFAULT' && key.usage === 'ENCRYPT_DECRYPT';
