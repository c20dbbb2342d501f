import type { Ref } from '../objects/ref.ts';
import type { LedgerContext } from './ledger-context.ts';
import type { LedgerRecord, LedgerResource } from './ledger-record.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-resources-for-iam-policies */
export const objectArn = (partition: string, { bucket, key }: Ref): string =>
  `arn:${partition}:s3:::${bucket}/${key}`;

type Where = Pick<LedgerContext, 'account' | 'region' | 'partition'>;

type Seen = {
  readonly etag?: string | undefined;
  readonly size?: number | undefined;
  readonly lastModified?: Date | undefined;
};

export const objectResource = (
  ref: Ref,
  { etag, size, lastModified }: Seen,
  context: Where,
): LedgerResource => ({
  uid: objectArn(context.partition, ref),
  type: 'AWS::S3::Object',
  name: ref.key,
  namespace: ref.bucket,
  ...(ref.versionId !== undefined && { version: ref.versionId }),
  ...whereOf(context),
  ...(lastModified !== undefined && { modified_time: lastModified.getTime() }),
  ...((etag !== undefined || size !== undefined) && {
    data: { ...(etag !== undefined && { etag }), ...(size !== undefined && { size }) },
  }),
});

/** The account is the owner of what is judged: every call carries ExpectedBucketOwner. */
export const whereOf = (
  context: Where,
): Pick<LedgerResource, 'region' | 'cloud_partition' | 'owner'> => ({
  region: context.region,
  cloud_partition: context.partition,
  owner: { account: accountOf(context) },
});

export const accountOf = ({
  account,
}: Pick<LedgerContext, 'account'>): LedgerRecord['cloud']['account'] => ({
  uid: account,
  type_id: 10,
  type: 'AWS Account',
});
