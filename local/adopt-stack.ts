import { adoptBucket, type BucketProperties } from './adopt/adopt-bucket.ts';
import { adoptKey } from './adopt/adopt-key.ts';
import { readStack, type StackResource } from './adopt/read-stack.ts';
import { resolveValue } from './adopt/resolve-value.ts';
import type { LocalAws } from './start-local-aws.ts';

/** What the stack's own functions write to. The audit bucket is not among it: Firehose writes that inside the stand-in. */
const OURS = ['QuarantineKey', 'QuarantineBucket'];

export type Adopted = { readonly buckets: readonly string[]; readonly keys: readonly string[] };

/**
 * CloudFormation makes buckets and keys inside the stand-in, past the front. Those that functions write objects to have
 * to be in our S3 and KMS too, under the same names: what the stand-in does with encryption is not what AWS does.
 */
export const adoptStack = async (
  aws: Pick<LocalAws, 'url' | 'account' | 'region' | 'model'>,
  stackName: string,
  logicalIds: readonly string[] = OURS,
): Promise<Adopted> => {
  const resources = await readStack(aws, stackName);
  const chosen = logicalIds.flatMap((id): readonly (readonly [string, StackResource])[] => {
    const resource = resources.get(id);
    return resource === undefined ? [] : [[id, resource]];
  });
  const keys = new Map<string, string>();
  for (const [id, { type, physicalId }] of chosen)
    if (type === 'AWS::KMS::Key') keys.set(id, await adoptKey(aws, physicalId));
  const named = {
    ref: (id: string) => resources.get(id)?.physicalId,
    arn: (id: string) => keys.get(id),
  };
  const buckets: string[] = [];
  for (const [, { type, physicalId, properties }] of chosen) {
    if (type !== 'AWS::S3::Bucket') continue;
    const { VersioningConfiguration, OwnershipControls, BucketEncryption } = properties;
    const wanted = { VersioningConfiguration, OwnershipControls, BucketEncryption };
    await adoptBucket(aws, physicalId, resolveValue(wanted, named) as BucketProperties);
    buckets.push(physicalId);
  }
  return { buckets, keys: [...keys.values()] };
};
