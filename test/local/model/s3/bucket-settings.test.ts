import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld } from '../world.ts';

const versioning = (Status?: 'Enabled' | 'Suspended') => ({
  Bucket: BUCKET,
  VersioningConfiguration: { Status },
});

describe('the settings of a bucket', () => {
  it('versioning is on or suspended, and nothing before it was set [bucket/versioning]', () => {
    const world = createBucketWorld();
    const read = () => world.s3('GetBucketVersioning', { Bucket: BUCKET });
    expect(read()).toStrictEqual({});
    world.s3('PutBucketVersioning', versioning('Enabled'));
    expect(read()).toStrictEqual({ Status: 'Enabled' });
    world.s3('PutBucketVersioning', versioning('Suspended'));
    expect(read()).toStrictEqual({ Status: 'Suspended' });
    expect(world.s3Refuses('PutBucketVersioning', versioning()).code).toBe('MalformedXML');
  });

  it('bucket tags are replaced as a set, and 404 where there are none [bucket/tags]', () => {
    const world = createBucketWorld();
    expect(world.s3Refuses('GetBucketTagging', { Bucket: BUCKET })).toMatchObject({
      status: 404,
      code: 'NoSuchTagSet',
    });
    const TagSet = [{ Key: 'class', Value: 'secret' }];
    world.s3('PutBucketTagging', { Bucket: BUCKET, Tagging: { TagSet } });
    expect(world.s3('GetBucketTagging', { Bucket: BUCKET }).TagSet).toStrictEqual(TagSet);
    world.s3('DeleteBucketTagging', { Bucket: BUCKET });
    expect(world.s3Refuses('GetBucketTagging', { Bucket: BUCKET }).status).toBe(404);
  });

  it('a policy is kept as text, refused where it is no JSON, 404 where there is none [bucket/policy]', () => {
    const world = createBucketWorld();
    const Policy = '{ "Version": "2012-10-17", "Statement": [] }';
    expect(world.s3Refuses('GetBucketPolicy', { Bucket: BUCKET }).code).toBe('NoSuchBucketPolicy');
    for (const wrong of ['no', '{}', 'null', '[]', '"Statement"']) {
      const input = { Bucket: BUCKET, Policy: wrong };
      expect(world.s3Refuses('PutBucketPolicy', input)).toMatchObject({
        status: 400,
        code: 'MalformedPolicy',
      });
    }
    world.s3('PutBucketPolicy', { Bucket: BUCKET, Policy });
    expect(world.s3('GetBucketPolicy', { Bucket: BUCKET }).Policy).toBe(Policy);
    world.s3('DeleteBucketPolicy', { Bucket: BUCKET });
    expect(world.s3Refuses('GetBucketPolicy', { Bucket: BUCKET }).status).toBe(404);
  });

  it('a replication configuration needs versioning, and is read back as set [bucket/replication]', () => {
    const world = createBucketWorld();
    const ReplicationConfiguration = {
      Role: 'arn:aws:iam::111122223333:role/r',
      Rules: [{ Status: 'Enabled' as const, Destination: { Bucket: 'arn:aws:s3:::copy' } }],
    };
    const input = { Bucket: BUCKET, ReplicationConfiguration };
    expect(world.s3Refuses('GetBucketReplication', { Bucket: BUCKET }).status).toBe(404);
    expect(world.s3Refuses('PutBucketReplication', input).code).toBe('InvalidRequest');
    world.s3('PutBucketVersioning', {
      Bucket: BUCKET,
      VersioningConfiguration: { Status: 'Enabled' },
    });
    world.s3('PutBucketReplication', input);
    expect(world.s3('GetBucketReplication', { Bucket: BUCKET })).toStrictEqual({
      ReplicationConfiguration,
    });
  });

  it('new buckets say BucketOwnerEnforced, and the setting can be changed [bucket/ownership]', () => {
    const world = createBucketWorld();
    const read = () =>
      world.s3('GetBucketOwnershipControls', { Bucket: BUCKET }).OwnershipControls?.Rules;
    expect(read()).toStrictEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
    world.s3('PutBucketOwnershipControls', {
      Bucket: BUCKET,
      OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
    });
    expect(read()).toStrictEqual([{ ObjectOwnership: 'ObjectWriter' }]);
    const Rules = [{ ObjectOwnership: 'Nobody' }] as never;
    const wrong = { Bucket: BUCKET, OwnershipControls: { Rules } };
    expect(world.s3Refuses('PutBucketOwnershipControls', wrong).code).toBe('MalformedXML');
  });
});
