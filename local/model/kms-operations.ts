import type * as KMS from '@aws-sdk/client-kms';

type Op<Input, Output> = { readonly input: Input; readonly output: Omit<Output, '$metadata'> };

/** Every KMS operation that the model answers; any other name gives 501 `NotImplemented`. */
export type KmsOperations = {
  readonly CreateKey: Op<KMS.CreateKeyCommandInput, KMS.CreateKeyCommandOutput>;
  readonly DescribeKey: Op<KMS.DescribeKeyCommandInput, KMS.DescribeKeyCommandOutput>;
  readonly ListKeys: Op<KMS.ListKeysCommandInput, KMS.ListKeysCommandOutput>;
  readonly EnableKey: Op<KMS.EnableKeyCommandInput, KMS.EnableKeyCommandOutput>;
  readonly DisableKey: Op<KMS.DisableKeyCommandInput, KMS.DisableKeyCommandOutput>;
  readonly ScheduleKeyDeletion: Op<
    KMS.ScheduleKeyDeletionCommandInput,
    KMS.ScheduleKeyDeletionCommandOutput
  >;
  readonly CancelKeyDeletion: Op<
    KMS.CancelKeyDeletionCommandInput,
    KMS.CancelKeyDeletionCommandOutput
  >;
  readonly EnableKeyRotation: Op<
    KMS.EnableKeyRotationCommandInput,
    KMS.EnableKeyRotationCommandOutput
  >;
  readonly DisableKeyRotation: Op<
    KMS.DisableKeyRotationCommandInput,
    KMS.DisableKeyRotationCommandOutput
  >;
  readonly GetKeyRotationStatus: Op<
    KMS.GetKeyRotationStatusCommandInput,
    KMS.GetKeyRotationStatusCommandOutput
  >;
  readonly GetKeyPolicy: Op<KMS.GetKeyPolicyCommandInput, KMS.GetKeyPolicyCommandOutput>;
  readonly PutKeyPolicy: Op<KMS.PutKeyPolicyCommandInput, KMS.PutKeyPolicyCommandOutput>;
  readonly CreateAlias: Op<KMS.CreateAliasCommandInput, KMS.CreateAliasCommandOutput>;
  readonly UpdateAlias: Op<KMS.UpdateAliasCommandInput, KMS.UpdateAliasCommandOutput>;
  readonly DeleteAlias: Op<KMS.DeleteAliasCommandInput, KMS.DeleteAliasCommandOutput>;
  readonly ListAliases: Op<KMS.ListAliasesCommandInput, KMS.ListAliasesCommandOutput>;
  readonly TagResource: Op<KMS.TagResourceCommandInput, KMS.TagResourceCommandOutput>;
  readonly UntagResource: Op<KMS.UntagResourceCommandInput, KMS.UntagResourceCommandOutput>;
  readonly ListResourceTags: Op<
    KMS.ListResourceTagsCommandInput,
    KMS.ListResourceTagsCommandOutput
  >;
};
