import { describe, expect, it } from '@jest/globals';
import {
  ACCOUNT,
  BUCKET,
  createBucketWorld,
  createWorld,
  OTHER_ACCOUNT,
  REGION,
} from '../world.ts';

const inRegion = (LocationConstraint: 'eu-west-1' | 'us-west-2') => ({
  Bucket: BUCKET,
  CreateBucketConfiguration: { LocationConstraint },
});

describe('making and finding buckets', () => {
  it.each(['ab', 'Upper', 'under_score', '-dash', 'dot..dot', '192.168.0.1', 'a'.repeat(64)])(
    'a name that cannot be one is refused with 400 [bucket/names]: %s',
    (Bucket) => {
      expect(createWorld().s3Refuses('CreateBucket', { Bucket })).toMatchObject({
        status: 400,
        code: 'InvalidBucketName',
      });
    },
  );

  it('a taken name is refused with 409, and says whether it is your own [bucket/taken]', () => {
    const world = createBucketWorld();
    const again = (account: string) =>
      world.s3Refuses('CreateBucket', { Bucket: BUCKET }, { caller: { account } });
    expect(again(ACCOUNT)).toMatchObject({ status: 409, code: 'BucketAlreadyOwnedByYou' });
    expect(again(OTHER_ACCOUNT)).toMatchObject({ status: 409, code: 'BucketAlreadyExists' });
    const american = createWorld({ region: 'us-east-1' });
    american.s3('CreateBucket', { Bucket: BUCKET });
    expect(american.s3('CreateBucket', { Bucket: BUCKET }).Location).toBe(`/${BUCKET}`);
  });

  it('a location that is not the Region is refused with 400 [bucket/location]', () => {
    const world = createWorld();
    expect(world.s3Refuses('CreateBucket', inRegion('us-west-2'))).toMatchObject({
      status: 400,
      code: 'IllegalLocationConstraintException',
    });
    expect(world.s3('CreateBucket', inRegion('eu-west-1')).Location).toBe(
      `http://${BUCKET}.s3.amazonaws.com/`,
    );
    expect(world.s3('GetBucketLocation', { Bucket: BUCKET }).LocationConstraint).toBe(REGION);
    expect(world.s3('HeadBucket', { Bucket: BUCKET }).BucketRegion).toBe(REGION);
  });

  it('a bucket with any version or marker in it is not deleted: 409 [bucket/not-empty]', () => {
    const world = createBucketWorld('Enabled');
    const marker = world.s3('DeleteObject', { Bucket: BUCKET, Key: 'a' }).VersionId;
    expect(world.s3Refuses('DeleteBucket', { Bucket: BUCKET })).toMatchObject({
      status: 409,
      code: 'BucketNotEmpty',
    });
    world.s3('DeleteObject', { Bucket: BUCKET, Key: 'a', VersionId: marker });
    world.s3('DeleteBucket', { Bucket: BUCKET });
    expect(world.status()).toBe(204);
    expect(world.s3('ListBuckets', {}).Buckets).toStrictEqual([]);
  });

  it('an account lists its own buckets, in pages [bucket/list]', () => {
    const world = createWorld();
    for (const Bucket of ['ccc', 'aaa', 'bbb']) world.s3('CreateBucket', { Bucket });
    world.s3('CreateBucket', { Bucket: 'theirs' }, { caller: { account: OTHER_ACCOUNT } });
    const first = world.s3('ListBuckets', { MaxBuckets: 2 });
    const { ContinuationToken } = first;
    const second = world.s3('ListBuckets', { MaxBuckets: 2, ContinuationToken });
    expect([first, second].map(({ Buckets }) => Buckets?.map(({ Name }) => Name))).toStrictEqual([
      ['aaa', 'bbb'],
      ['ccc'],
    ]);
    expect(second).not.toHaveProperty('ContinuationToken');
  });
});
