import type { BucketPolicyReading } from '../../core/guard/bucket-policy-reading.ts';
import { denyStatement } from '../../core/guard/deny-statement.ts';
import { isGuarded } from '../../core/guard/is-guarded.ts';
import { partitionOf, type RoleArn } from '../../core/guard/role-arn.ts';
import type { Guarding } from './show-guard.ts';

export type UnreadablePolicy = Extract<BucketPolicyReading, { kind: 'bucket-policy-unreadable' }>;

/** Compares a bucket's policy with the statement that isolation needs. Reads only. */
export const runGuard = async (
  bucket: string,
  trustedRoles: readonly [RoleArn, ...RoleArn[]],
  readBucketPolicy: (bucket: string) => Promise<BucketPolicyReading>,
): Promise<Guarding | UnreadablePolicy> => {
  const guard = { bucket, trustedRoles, partition: partitionOf(trustedRoles[0]) };
  const policy = await readBucketPolicy(bucket);
  return policy.kind === 'bucket-policy'
    ? { bucket, guarded: isGuarded(policy.text, guard), statement: denyStatement(guard) }
    : policy;
};
