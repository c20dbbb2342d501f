import type { KeyState } from './kms/kms-key.ts';
import type { S3Operations } from './s3-operations.ts';
import type { KmsOperations } from './kms-operations.ts';

type Op<Input, Output = object> = { readonly input: Input; readonly output: Output };

type ObjectName = {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId?: string | undefined;
};

/**
 * What no API can do but a test must: the past, other accounts, other services, and IAM's denials.
 * Service name `model`; the front never offers these to clients.
 */
export type ModelOperations = {
  /** An object as S3 stored it before 5 January 2023 without any header: not encrypted at all. */
  readonly PutUnencryptedObject: Op<
    Omit<S3Operations['PutObject']['input'], 'ServerSideEncryption' | 'SSEKMSKeyId'>,
    S3Operations['PutObject']['output']
  >;
  /** Encryption that only another AWS service writes: `aws:fsx`, `aws:backup`. */
  readonly PutManagedElsewhereObject: Op<
    Omit<S3Operations['PutObject']['input'], 'ServerSideEncryption'> & {
      readonly ServerSideEncryption: 'aws:fsx' | 'aws:backup';
    },
    S3Operations['PutObject']['output']
  >;
  /** 403 for everyone. Without `Key`: the whole bucket. Denying `ListObjectsV2` also turns 404 into 403. */
  readonly DenyRequests: Op<{
    readonly Bucket: string;
    readonly Key?: string | undefined;
    readonly Operations: readonly (keyof S3Operations)[];
  }>;
  /** Takes back a `DenyRequests` with the same bucket and key, whole. */
  readonly AllowRequests: Op<{ readonly Bucket: string; readonly Key?: string | undefined }>;
  /** `AccessDeniedException` for everyone: a key policy that leaves the caller out. Empty list: allowed again. */
  readonly DenyKeyRequests: Op<{
    readonly KeyId: string;
    readonly Operations: readonly (keyof KmsOperations | 'Cryptography')[];
  }>;
  /** A key that another account owns and shares with `SharedWith` (nobody, unless said). */
  readonly CreateKeyInAccount: Op<
    KmsOperations['CreateKey']['input'] & {
      readonly Account: string;
      readonly SharedWith?: readonly string[] | undefined;
    },
    KmsOperations['CreateKey']['output']
  >;
  /** A symmetric key that CloudFormation made elsewhere, under the ARN that it has there. */
  readonly AdoptKey: Op<{
    readonly KeyArn: string;
    readonly Description?: string | undefined;
    readonly Policy?: string | undefined;
    readonly RotationPeriodInDays?: number | undefined; // absent: no automatic rotation
  }>;
  /** Sets what no call sets at once: `PendingImport`, `Unavailable`, or the end of a deletion (`Deleted`). */
  readonly SetKeyState: Op<{
    readonly KeyId: string;
    readonly KeyState: KeyState | 'Deleted';
  }>;
  /** Metadata that no header can show, as SOAP could once write it: reads only count it. */
  readonly HideMetadata: Op<ObjectName & { readonly Names: readonly string[] }>;
  readonly CompleteReplication: Op<
    ObjectName & { readonly Status: 'COMPLETED' | 'FAILED' | 'REPLICA' }
  >;
  /** A lifecycle transition: emits the storage class event, as S3 does. */
  readonly TransitionObject: Op<
    ObjectName & {
      readonly StorageClass: string;
      readonly ArchiveStatus?: 'ARCHIVE_ACCESS' | 'DEEP_ARCHIVE_ACCESS' | undefined;
    }
  >;
  /** Lifecycle expiration: a delete marker on top, or the permanent removal of the version named. */
  readonly ExpireObject: Op<ObjectName>;
};
