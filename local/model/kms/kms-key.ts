import type { Map } from 'immutable';

export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport' | 'Unavailable';

/** A KMS key, named by its ARN. https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html */
export type KmsKey = {
  readonly arn: string;
  readonly keyId: string;
  readonly account: string;
  readonly region: string;
  readonly createdAt: number; // epoch ms
  readonly description: string;
  readonly manager: 'AWS' | 'CUSTOMER';
  readonly state: KeyState;
  readonly spec: string; // `SYMMETRIC_DEFAULT`, `RSA_2048`, ...
  readonly usage: string; // `ENCRYPT_DECRYPT`, `SIGN_VERIFY`, ...
  readonly origin: string; // `AWS_KMS`, `EXTERNAL`, ...
  readonly multiRegion: boolean;
  readonly deletionDate: number | undefined; // epoch ms
  readonly rotationDays: number | undefined; // undefined: automatic rotation is off
  readonly rotationSince: number | undefined; // epoch ms
  readonly policy: string;
  readonly tags: Map<string, string>;
  readonly sharedWith: readonly string[]; // other accounts that the key policy lets in
  readonly denied: readonly string[]; // operations that the key policy forbids everyone
};

/** `keyArn` is what DescribeKey, S3 and ListAliases resolve the alias to. */
export type KmsAlias = {
  readonly arn: string;
  readonly name: string; // `alias/payroll`
  readonly keyArn: string;
  readonly createdAt: number; // epoch ms
  readonly updatedAt: number; // epoch ms
};
