import type * as S3 from '@aws-sdk/client-s3';
import type { List, Map } from 'immutable';
import type { MultipartUpload } from './multipart-upload.ts';
import type { Version } from './stored-object.ts';

/** The default encryption rule. S3 never checks the key when it is set. */
export type DefaultEncryption = {
  readonly algorithm: 'AES256' | 'aws:kms' | 'aws:kms:dsse';
  readonly keyId: string | undefined; // as given: id, alias or ARN
  readonly bucketKey: boolean;
  readonly blocksSseC: boolean;
  readonly configured: boolean; // whether somebody chose it, or S3 did
};

export type DefaultRetention = {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  readonly days: number | undefined;
  readonly years: number | undefined;
};

export type Bucket = {
  readonly name: string;
  readonly owner: string; // account id
  readonly createdAt: number; // epoch ms
  readonly versioning: 'Enabled' | 'Suspended' | undefined; // undefined: never had it
  readonly mfaDelete: boolean | undefined; // undefined: never set
  readonly encryption: DefaultEncryption;
  readonly ownership: 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter';
  readonly objectLock: boolean;
  readonly defaultRetention: DefaultRetention | undefined;
  readonly notification: S3.NotificationConfiguration;
  readonly replication: S3.ReplicationConfiguration | undefined;
  readonly policy: string | undefined;
  readonly tags: Map<string, string> | undefined;
  readonly versions: Map<string, List<Version>>; // by key, oldest first; no key has an empty list
  readonly uploads: Map<string, MultipartUpload>; // by upload id
};
