// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html status: documented
// That a Put without `BlockedEncryptionTypes` leaves the block as it was, and the refusals' words status: observed
// That a Delete leaves the block too status: assumed
import type * as S3 from '@aws-sdk/client-s3';
import type { Refused } from '../call.ts';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import type { Bucket, DefaultEncryption } from './bucket.ts';
import { NEW_BUCKET_ENCRYPTION } from './create-bucket.ts';
import { invalidArgument, malformedXml } from './refusals.ts';
import { saveBucket, type S3Handler } from './scope.ts';

const isAlgorithm = (name: string | undefined): name is DefaultEncryption['algorithm'] =>
  name === 'AES256' || name === 'aws:kms' || name === 'aws:kms:dsse';

const readBlocked = (
  types: readonly string[] | undefined,
  before: boolean,
): { readonly blocksSseC: boolean } | Refused => {
  if (types === undefined) return { blocksSseC: before };
  const known = types.every((type) => type === 'SSE-C' || type === 'NONE');
  return known && types.length > 0 ? { blocksSseC: types.includes('SSE-C') } : malformedXml();
};

const readDefault = (
  rule: S3.ServerSideEncryptionRule,
  before: DefaultEncryption,
): Pick<DefaultEncryption, 'algorithm' | 'keyId'> | Refused => {
  const wanted = rule.ApplyServerSideEncryptionByDefault;
  // A rule may only speak of blocked types.
  if (wanted === undefined) return { algorithm: before.algorithm, keyId: before.keyId };
  const { SSEAlgorithm: algorithm, KMSMasterKeyID: keyId } = wanted;
  if (!isAlgorithm(algorithm)) return malformedXml();
  return algorithm === 'AES256' && keyId !== undefined
    ? invalidArgument(
        'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
      )
    : { algorithm, keyId };
};

/** The key is not looked at: a wrong one shows with the first upload. */
export const putBucketEncryption: S3Handler<'PutBucketEncryption'> = ({ model, bucket }, input) => {
  const rules = input.ServerSideEncryptionConfiguration?.Rules ?? [];
  const [rule] = rules;
  if (rule === undefined || rules.length > 1) return malformedXml();
  const standard = readDefault(rule, bucket.encryption);
  if (isRefused(standard)) return standard;
  const blocked = readBlocked(
    rule.BlockedEncryptionTypes?.EncryptionType,
    bucket.encryption.blocksSseC,
  );
  if (isRefused(blocked)) return blocked;
  // A rule that only blocks says nothing of the default.
  const onlyBlocks = rule.ApplyServerSideEncryptionByDefault === undefined;
  const encryption: DefaultEncryption = {
    ...standard,
    ...blocked,
    bucketKey: rule.BucketKeyEnabled ?? (onlyBlocks && bucket.encryption.bucketKey),
    configured: !onlyBlocks || bucket.encryption.configured,
  };
  return ok(saveBucket(model, { ...bucket, encryption }), {});
};

const showRule = ({ encryption }: Bucket): S3.ServerSideEncryptionRule => ({
  ApplyServerSideEncryptionByDefault: withoutUndefined({
    SSEAlgorithm: encryption.algorithm,
    KMSMasterKeyID: encryption.keyId,
  }),
  BucketKeyEnabled: encryption.bucketKey,
  BlockedEncryptionTypes: { EncryptionType: [encryption.blocksSseC ? 'SSE-C' : 'NONE'] },
});

export const getBucketEncryption: S3Handler<'GetBucketEncryption'> = ({ model, bucket }) =>
  ok(model, { ServerSideEncryptionConfiguration: { Rules: [showRule(bucket)] } });

export const deleteBucketEncryption: S3Handler<'DeleteBucketEncryption'> = ({ model, bucket }) => {
  const { blocksSseC } = bucket.encryption;
  const encryption = { ...NEW_BUCKET_ENCRYPTION, blocksSseC };
  return ok(saveBucket(model, { ...bucket, encryption }), {}, { status: 204 });
};
