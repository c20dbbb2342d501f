import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import type { World } from '../world/world.ts';

/**
 * What the owner of a bucket does before anything in it can be isolated: puts the statement that `sealward guard`
 * prints into the bucket's policy.
 */
export const guardBuckets = async (
  world: Pick<World, 's3' | 'sealward' | 'stack'>,
  buckets: readonly string[],
): Promise<void> => {
  await Promise.all(
    buckets.map(async (Bucket) => {
      const args = ['guard', Bucket, '--stack', world.stack, '--json'];
      const { stdout, stderr } = await world.sealward(args);
      const { statement } = JSON.parse(stdout || '{}') as { readonly statement?: object };
      if (statement === undefined) throw new Error(`\`sealward ${args.join(' ')}\`: ${stderr}`);
      const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
      await world.s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    }),
  );
};
