import { describe, expect, it } from '@jest/globals';
import { s3Handlers } from '../../../../local/model/s3/handlers.ts';
import {
  ACCOUNT,
  BUCKET,
  createBucketWorld,
  createWorld,
  OTHER_ACCOUNT,
  put,
  textOf,
} from '../world.ts';

const names = Object.keys(s3Handlers) as (keyof typeof s3Handlers)[];

const input = { Bucket: BUCKET, Key: 'a' } as never;

describe('every operation on a bucket', () => {
  it.each(names)(
    'a bucket that is not there is 404 for every operation [bucket/missing]: %s',
    (name) => {
      expect(createWorld().s3Refuses(name, input)).toMatchObject({
        status: 404,
        code: 'NoSuchBucket',
      });
    },
  );

  it.each(names)(
    'a wrong expected owner is refused with 403 by every operation [bucket/expected-owner]: %s',
    (name) => {
      const wrong = { Bucket: BUCKET, Key: 'a', ExpectedBucketOwner: OTHER_ACCOUNT } as never;
      expect(createBucketWorld().s3Refuses(name, wrong)).toMatchObject({
        status: 403,
        code: 'AccessDenied',
      });
    },
  );

  it('a wrong expected owner is refused with 403 by every operation [bucket/expected-owner]: the right owner passes', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { ExpectedBucketOwner: ACCOUNT });
    expect(textOf(world, 'a')).toBe('x');
  });

  it('what a test denies is refused with 403, for everyone, until it is allowed [bucket/denied]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    put(world, 'b');
    world.stage('DenyRequests', { Bucket: BUCKET, Key: 'a', Operations: ['HeadObject'] });
    const a = { Bucket: BUCKET, Key: 'a' };
    expect(world.s3Refuses('HeadObject', a)).toMatchObject({ status: 403, code: 'AccessDenied' });
    expect(textOf(world, 'a')).toBe('hello');
    expect(world.s3('HeadObject', { Bucket: BUCKET, Key: 'b' }).ContentLength).toBe(5);
    world.stage('AllowRequests', { Bucket: BUCKET, Key: 'b' });
    expect(world.s3Refuses('HeadObject', a).status).toBe(403);
    world.stage('AllowRequests', { Bucket: BUCKET, Key: 'a' });
    expect(world.s3('HeadObject', a).ContentLength).toBe(5);
  });
});
