import { describe, expect, it } from '@jest/globals';
import {
  BUCKET,
  createBucketWorld,
  createWorld,
  head,
  keyArnIn,
  NOW,
  put,
  type World,
} from '../world.ts';

const update = (key: string, KMSKeyArn: string | undefined, BucketKeyEnabled?: boolean) => ({
  Bucket: BUCKET,
  Key: key,
  ObjectEncryption: { SSEKMS: { KMSKeyArn, BucketKeyEnabled } },
});

const refusal = (world: World, key: string, target = keyArnIn(world)) => {
  const before = world.state();
  const { status, code } = world.s3Refuses('UpdateObjectEncryption', update(key, target));
  expect(world.state()).toBe(before);
  return [status, code];
};

const lockedWorld = (more: object): World => {
  const world = createWorld();
  world.s3('CreateBucket', { Bucket: BUCKET, ObjectLockEnabledForBucket: true });
  put(world, 'a', 'x', more);
  return world;
};

const tomorrow = new Date(NOW + 86_400_000);

describe('locked and missing objects', () => {
  it.each([
    ['governance', { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: tomorrow }],
    ['compliance', { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: tomorrow }],
    ['a legal hold', { ObjectLockLegalHoldStatus: 'ON' }],
  ])(
    'objects under retention or legal hold are refused with 403 [update/locked]: %s',
    (_title, lock) => {
      expect(refusal(lockedWorld(lock), 'a')).toStrictEqual([403, 'AccessDenied']);
    },
  );

  it('a retention that has ended holds nothing back [update/expired-lock]', () => {
    const world = lockedWorld({
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: tomorrow,
    });
    world.pass(2 * 86_400_000);
    world.s3('UpdateObjectEncryption', update('a', keyArnIn(world)));
    expect(head(world, 'a').ServerSideEncryption).toBe('aws:kms');
  });

  it('what is not there, or is a delete marker, is refused with 404 [update/missing]', () => {
    const world = createBucketWorld('Enabled');
    expect(refusal(world, 'a')).toStrictEqual([404, 'NoSuchKey']);
    put(world, 'a');
    world.s3('DeleteObject', { Bucket: BUCKET, Key: 'a' });
    expect(refusal(world, 'a')).toStrictEqual([404, 'NoSuchKey']);
  });
});
