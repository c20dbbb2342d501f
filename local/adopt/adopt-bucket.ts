import type * as S3 from '@aws-sdk/client-s3';
import type { S3Operations } from '../model/s3-operations.ts';
import { createAsk } from '../ask.ts';
import type { LocalAws } from '../start-local-aws.ts';

type From = Pick<LocalAws, 'url' | 'account' | 'region' | 'model'>;

/** The properties of AWS::S3::Bucket that are adopted; the rest of S3's settings our model does not have. */
export type BucketProperties = {
  readonly VersioningConfiguration?: { readonly Status?: S3.BucketVersioningStatus };
  readonly OwnershipControls?: S3.OwnershipControls;
  readonly BucketEncryption?: {
    readonly ServerSideEncryptionConfiguration?: readonly {
      readonly ServerSideEncryptionByDefault?: S3.ServerSideEncryptionByDefault;
      readonly BucketKeyEnabled?: boolean;
      readonly BlockedEncryptionTypes?: S3.BlockedEncryptionTypes;
    }[];
  };
};

/** CloudFormation's names for the members differ from the API's by one. */
const toRules = ({ BucketEncryption }: BucketProperties): S3.ServerSideEncryptionRule[] =>
  (BucketEncryption?.ServerSideEncryptionConfiguration ?? []).map(
    ({ ServerSideEncryptionByDefault, ...rest }) => ({
      ...rest,
      ...(ServerSideEncryptionByDefault === undefined
        ? {}
        : { ApplyServerSideEncryptionByDefault: ServerSideEncryptionByDefault }),
    }),
  );

/** The bucket that CloudFormation made in the stand-in, which from now on our S3 serves. What it holds there stays there. */
export const adoptBucket = async (
  { url, account, region, model }: From,
  name: string,
  properties: BucketProperties,
): Promise<void> => {
  if (model.state().buckets.has(name)) return; // by an earlier deployment
  const policy = await createAsk(url, account, region).rest('s3', 'GET', `/${name}?policy`);
  const set = (operation: keyof S3Operations, input: object): void => {
    const result = model.apply({
      service: 's3',
      name: operation,
      input: { Bucket: name, ...input },
      caller: { account },
    } as never);
    if (result.kind === 'error') throw new Error(`${operation} ${name}: ${result.message}`);
  };
  set('CreateBucket', {});
  const { VersioningConfiguration, OwnershipControls } = properties;
  if (VersioningConfiguration !== undefined)
    set('PutBucketVersioning', { VersioningConfiguration });
  if (OwnershipControls !== undefined) set('PutBucketOwnershipControls', { OwnershipControls });
  const Rules = toRules(properties);
  if (Rules.length > 0)
    set('PutBucketEncryption', { ServerSideEncryptionConfiguration: { Rules } });
  if (policy.status === 200) set('PutBucketPolicy', { Policy: policy.text });
};
