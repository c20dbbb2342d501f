import type { ReplicationRule } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, head, put, type World } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

const replicate = (world: World, more: Partial<ReplicationRule> = {}) =>
  world.s3('PutBucketReplication', {
    Bucket: BUCKET,
    ReplicationConfiguration: {
      Role: 'arn:aws:iam::111122223333:role/replication',
      Rules: [{ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::copy' }, ...more }],
    },
  });
const statusOf = (world: World, key: string) => head(world, key).ReplicationStatus;

describe('replication', () => {
  it('new versions that a rule covers wait as PENDING [replication/pending]', () => {
    const world = createBucketWorld('Enabled');
    put(world, 'before');
    replicate(world, { Filter: { And: { Prefix: 'in/', Tags: [{ Key: 'go', Value: 'yes' }] } } });
    put(world, 'in/a', 'x', { Tagging: 'go=yes' });
    put(world, 'in/b');
    put(world, 'out/a', 'x', { Tagging: 'go=yes' });
    expect(['before', 'in/a', 'in/b', 'out/a'].map((key) => statusOf(world, key))).toStrictEqual([
      undefined,
      'PENDING',
      undefined,
      undefined,
    ]);
    replicate(world, { Status: 'Disabled' });
    put(world, 'in/a', 'x', { Tagging: 'go=yes' });
    expect(statusOf(world, 'in/a')).toBeUndefined();
  });

  it('KMS objects are left out unless the rule opts in [replication/kms-opt-in]', () => {
    const world = createBucketWorld('Enabled');
    const kms = { ServerSideEncryption: 'aws:kms' } as const;
    replicate(world);
    put(world, 'a', 'x', kms);
    expect(statusOf(world, 'a')).toBeUndefined();
    replicate(world, {
      SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
    });
    put(world, 'a', 'x', kms);
    expect(statusOf(world, 'a')).toBe('PENDING');
  });

  it('a test says how replication ended [replication/completed]', () => {
    const world = createBucketWorld('Enabled');
    replicate(world);
    const { VersionId } = put(world, 'a');
    put(world, 'a');
    world.stage('CompleteReplication', { ...OBJECT, VersionId, Status: 'FAILED' });
    expect(head(world, 'a', VersionId).ReplicationStatus).toBe('FAILED');
    expect(statusOf(world, 'a')).toBe('PENDING');
  });
});
