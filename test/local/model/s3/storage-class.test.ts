import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, head, put, textOf } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

const DAY = 86_400_000;

describe('storage classes', () => {
  it('a storage class that is not one is refused with 400 [class/known]', () => {
    const world = createBucketWorld();
    const input = { ...OBJECT, StorageClass: 'COLD' } as never;
    expect(world.s3Refuses('PutObject', input)).toMatchObject({
      status: 400,
      code: 'InvalidStorageClass',
    });
    put(world, 'a', 'x', { StorageClass: 'GLACIER_IR' });
    expect(textOf(world, 'a')).toBe('x');
  });

  it('an archived object is readable after a restore, until the restore expires [class/restore]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'ice', { StorageClass: 'GLACIER' });
    const restore = { ...OBJECT, RestoreRequest: { Days: 2 } };
    world.s3('RestoreObject', restore);
    expect(world.status()).toBe(202);
    expect(textOf(world, 'a')).toBe('ice');
    expect(head(world, 'a').Restore).toMatch(/^ongoing-request="false", expiry-date=".+ GMT"$/);
    world.s3('RestoreObject', restore);
    expect([world.status(), world.events()]).toStrictEqual([200, []]);
    world.pass(4 * DAY);
    expect(world.s3Refuses('GetObject', OBJECT).status).toBe(403);
    expect(head(world, 'a')).not.toHaveProperty('Restore');
  });

  it('an archived object is readable after a restore, until the restore expires [class/restore]: out of an archive tier for good', () => {
    const world = createBucketWorld();
    put(world, 'a', 'ice', { StorageClass: 'INTELLIGENT_TIERING' });
    world.stage('TransitionObject', {
      ...OBJECT,
      StorageClass: 'INTELLIGENT_TIERING',
      ArchiveStatus: 'DEEP_ARCHIVE_ACCESS',
    });
    world.s3('RestoreObject', { ...OBJECT, RestoreRequest: {} });
    world.pass(1000 * DAY);
    expect(textOf(world, 'a')).toBe('ice');
  });

  it('restoring what is not archived is refused with 403 [class/restore-refused]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const input = { ...OBJECT, RestoreRequest: { Days: 1 } };
    expect(world.s3Refuses('RestoreObject', input)).toMatchObject({
      status: 403,
      code: 'InvalidObjectState',
    });
  });
});
