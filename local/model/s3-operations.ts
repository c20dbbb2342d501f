import type * as S3 from '@aws-sdk/client-s3';

// Members are the SDK's own, so that a simulation and the SDK say the same words; only bodies differ:
// the model holds them as bytes.
type Op<Input, Output> = { readonly input: Input; readonly output: Omit<Output, '$metadata'> };
type Bytes = { readonly Body?: Uint8Array | undefined };
type WithBytes<T> = Omit<T, 'Body'> & Bytes;
/** `Expires` as it came: uploaders write dates that are none, and S3 keeps them. */
type WithExpires<T> = T & { readonly ExpiresString?: string | undefined };
type WithPayload<T> = Omit<T, 'AnnotationPayload'> & {
  readonly AnnotationPayload?: Uint8Array | undefined;
};

/** Every S3 operation that the model answers; any other name gives 501 `NotImplemented`. */
export type S3Operations = {
  readonly CreateBucket: Op<S3.CreateBucketCommandInput, S3.CreateBucketCommandOutput>;
  readonly HeadBucket: Op<S3.HeadBucketCommandInput, S3.HeadBucketCommandOutput>;
  readonly DeleteBucket: Op<S3.DeleteBucketCommandInput, S3.DeleteBucketCommandOutput>;
  readonly ListBuckets: Op<S3.ListBucketsCommandInput, S3.ListBucketsCommandOutput>;
  readonly GetBucketLocation: Op<
    S3.GetBucketLocationCommandInput,
    S3.GetBucketLocationCommandOutput
  >;
  readonly PutBucketEncryption: Op<
    S3.PutBucketEncryptionCommandInput,
    S3.PutBucketEncryptionCommandOutput
  >;
  readonly GetBucketEncryption: Op<
    S3.GetBucketEncryptionCommandInput,
    S3.GetBucketEncryptionCommandOutput
  >;
  readonly DeleteBucketEncryption: Op<
    S3.DeleteBucketEncryptionCommandInput,
    S3.DeleteBucketEncryptionCommandOutput
  >;
  readonly PutBucketVersioning: Op<
    S3.PutBucketVersioningCommandInput,
    S3.PutBucketVersioningCommandOutput
  >;
  readonly GetBucketVersioning: Op<
    S3.GetBucketVersioningCommandInput,
    S3.GetBucketVersioningCommandOutput
  >;
  readonly PutBucketNotificationConfiguration: Op<
    S3.PutBucketNotificationConfigurationCommandInput,
    S3.PutBucketNotificationConfigurationCommandOutput
  >;
  readonly GetBucketNotificationConfiguration: Op<
    S3.GetBucketNotificationConfigurationCommandInput,
    S3.GetBucketNotificationConfigurationCommandOutput
  >;
  readonly PutBucketTagging: Op<S3.PutBucketTaggingCommandInput, S3.PutBucketTaggingCommandOutput>;
  readonly GetBucketTagging: Op<S3.GetBucketTaggingCommandInput, S3.GetBucketTaggingCommandOutput>;
  readonly DeleteBucketTagging: Op<
    S3.DeleteBucketTaggingCommandInput,
    S3.DeleteBucketTaggingCommandOutput
  >;
  readonly PutBucketReplication: Op<
    S3.PutBucketReplicationCommandInput,
    S3.PutBucketReplicationCommandOutput
  >;
  readonly GetBucketReplication: Op<
    S3.GetBucketReplicationCommandInput,
    S3.GetBucketReplicationCommandOutput
  >;
  readonly PutBucketOwnershipControls: Op<
    S3.PutBucketOwnershipControlsCommandInput,
    S3.PutBucketOwnershipControlsCommandOutput
  >;
  readonly GetBucketOwnershipControls: Op<
    S3.GetBucketOwnershipControlsCommandInput,
    S3.GetBucketOwnershipControlsCommandOutput
  >;
  readonly PutBucketPolicy: Op<S3.PutBucketPolicyCommandInput, S3.PutBucketPolicyCommandOutput>;
  readonly GetBucketPolicy: Op<S3.GetBucketPolicyCommandInput, S3.GetBucketPolicyCommandOutput>;
  readonly DeleteBucketPolicy: Op<
    S3.DeleteBucketPolicyCommandInput,
    S3.DeleteBucketPolicyCommandOutput
  >;
  readonly PutObjectLockConfiguration: Op<
    S3.PutObjectLockConfigurationCommandInput,
    S3.PutObjectLockConfigurationCommandOutput
  >;
  readonly GetObjectLockConfiguration: Op<
    S3.GetObjectLockConfigurationCommandInput,
    S3.GetObjectLockConfigurationCommandOutput
  >;
  readonly PutObject: Op<
    WithExpires<WithBytes<S3.PutObjectCommandInput>>,
    S3.PutObjectCommandOutput
  >;
  readonly GetObject: Op<S3.GetObjectCommandInput, WithBytes<S3.GetObjectCommandOutput>>;
  readonly HeadObject: Op<S3.HeadObjectCommandInput, S3.HeadObjectCommandOutput>;
  readonly CopyObject: Op<WithExpires<S3.CopyObjectCommandInput>, S3.CopyObjectCommandOutput>;
  readonly DeleteObject: Op<S3.DeleteObjectCommandInput, S3.DeleteObjectCommandOutput>;
  readonly DeleteObjects: Op<S3.DeleteObjectsCommandInput, S3.DeleteObjectsCommandOutput>;
  readonly ListObjectsV2: Op<S3.ListObjectsV2CommandInput, S3.ListObjectsV2CommandOutput>;
  readonly ListObjectVersions: Op<
    S3.ListObjectVersionsCommandInput,
    S3.ListObjectVersionsCommandOutput
  >;
  readonly CreateMultipartUpload: Op<
    WithExpires<S3.CreateMultipartUploadCommandInput>,
    S3.CreateMultipartUploadCommandOutput
  >;
  readonly UploadPart: Op<WithBytes<S3.UploadPartCommandInput>, S3.UploadPartCommandOutput>;
  readonly UploadPartCopy: Op<S3.UploadPartCopyCommandInput, S3.UploadPartCopyCommandOutput>;
  readonly CompleteMultipartUpload: Op<
    S3.CompleteMultipartUploadCommandInput,
    S3.CompleteMultipartUploadCommandOutput
  >;
  readonly AbortMultipartUpload: Op<
    S3.AbortMultipartUploadCommandInput,
    S3.AbortMultipartUploadCommandOutput
  >;
  readonly ListParts: Op<S3.ListPartsCommandInput, S3.ListPartsCommandOutput>;
  readonly ListMultipartUploads: Op<
    S3.ListMultipartUploadsCommandInput,
    S3.ListMultipartUploadsCommandOutput
  >;
  readonly GetObjectTagging: Op<S3.GetObjectTaggingCommandInput, S3.GetObjectTaggingCommandOutput>;
  readonly PutObjectTagging: Op<S3.PutObjectTaggingCommandInput, S3.PutObjectTaggingCommandOutput>;
  readonly DeleteObjectTagging: Op<
    S3.DeleteObjectTaggingCommandInput,
    S3.DeleteObjectTaggingCommandOutput
  >;
  readonly GetObjectRetention: Op<
    S3.GetObjectRetentionCommandInput,
    S3.GetObjectRetentionCommandOutput
  >;
  readonly PutObjectRetention: Op<
    S3.PutObjectRetentionCommandInput,
    S3.PutObjectRetentionCommandOutput
  >;
  readonly GetObjectLegalHold: Op<
    S3.GetObjectLegalHoldCommandInput,
    S3.GetObjectLegalHoldCommandOutput
  >;
  readonly PutObjectLegalHold: Op<
    S3.PutObjectLegalHoldCommandInput,
    S3.PutObjectLegalHoldCommandOutput
  >;
  readonly UpdateObjectEncryption: Op<
    S3.UpdateObjectEncryptionCommandInput,
    S3.UpdateObjectEncryptionCommandOutput
  >;
  readonly RestoreObject: Op<S3.RestoreObjectCommandInput, S3.RestoreObjectCommandOutput>;
  readonly GetObjectAttributes: Op<
    S3.GetObjectAttributesCommandInput,
    S3.GetObjectAttributesCommandOutput
  >;
  readonly PutObjectAnnotation: Op<
    WithPayload<S3.PutObjectAnnotationCommandInput>,
    S3.PutObjectAnnotationCommandOutput
  >;
  readonly GetObjectAnnotation: Op<
    S3.GetObjectAnnotationCommandInput,
    WithPayload<S3.GetObjectAnnotationCommandOutput>
  >;
  readonly ListObjectAnnotations: Op<
    S3.ListObjectAnnotationsCommandInput,
    S3.ListObjectAnnotationsCommandOutput
  >;
  readonly DeleteObjectAnnotation: Op<
    S3.DeleteObjectAnnotationCommandInput,
    S3.DeleteObjectAnnotationCommandOutput
  >;
  readonly GetObjectAcl: Op<S3.GetObjectAclCommandInput, S3.GetObjectAclCommandOutput>;
  readonly PutObjectAcl: Op<S3.PutObjectAclCommandInput, S3.PutObjectAclCommandOutput>;
};
