import { describe, expect, it } from '@jest/globals';
import { BUCKET, createWorld, head, put, type World } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };
const HOLD = { ObjectLockEventHold: 'ON', ObjectLockEventHoldDurationDays: 2 } as const;
const DAY = 86_400_000;

const lockable = (): World => {
  const world = createWorld();
  world.s3('CreateBucket', { Bucket: BUCKET, ObjectLockEnabledForBucket: true });
  return world;
};

describe('event holds', () => {
  it('an event hold protects, and is read back with its duration [lock/event-hold]', () => {
    const world = lockable();
    const { VersionId } = put(world, 'a', 'x', HOLD);
    expect(head(world, 'a')).toMatchObject(HOLD);
    expect(world.s3('GetObjectRetention', OBJECT).Retention).toStrictEqual({
      EventHold: 'ON',
      EventHoldDuration: { Days: 2 },
    });
    world.pass(100 * DAY);
    const remove = { ...OBJECT, VersionId, BypassGovernanceRetention: true };
    expect(world.s3Refuses('DeleteObject', remove)).toMatchObject({ status: 403 });
    const copy = { Bucket: BUCKET, Key: 'copy', CopySource: `${BUCKET}/a` };
    world.s3('CopyObject', copy);
    expect(head(world, 'copy')).not.toHaveProperty('ObjectLockEventHold');
    world.s3('CopyObject', { ...copy, ...HOLD });
    expect(head(world, 'copy')).toMatchObject(HOLD);
  });

  it('a released event hold protects for its duration [lock/event-hold-released]', () => {
    const world = lockable();
    const { VersionId } = put(world, 'a', 'x', HOLD);
    world.s3('PutObjectRetention', {
      ...OBJECT,
      Retention: { Mode: 'COMPLIANCE', EventHold: 'OFF' },
    });
    expect(head(world, 'a')).not.toHaveProperty('ObjectLockEventHold');
    expect(head(world, 'a')).toMatchObject({ ObjectLockMode: 'COMPLIANCE' });
    const remove = { ...OBJECT, VersionId };
    world.pass(DAY);
    expect(world.s3Refuses('DeleteObject', remove)).toMatchObject({ status: 403 });
    world.pass(DAY);
    world.s3('DeleteObject', remove);
    expect(world.status()).toBe(204);
  });

  it.each([
    { ObjectLockEventHold: 'ON' },
    { ...HOLD, ObjectLockEventHoldDurationYears: 1 },
    { ...HOLD, ObjectLockEventHoldDurationDays: 0 },
    { ObjectLockEventHoldDurationDays: 1 },
  ] as const)(
    'an event hold has one duration, in days or in years, else 400 [lock/event-hold-duration]: %j',
    (hold) => {
      const world = lockable();
      expect(world.s3Refuses('PutObject', { ...OBJECT, ...hold })).toMatchObject({ status: 400 });
      const later = { EventHold: 'ON', EventHoldDuration: { Years: 101 } } as const;
      put(world, 'a');
      expect(world.s3Refuses('PutObjectRetention', { ...OBJECT, Retention: later })).toMatchObject({
        status: 400,
      });
    },
  );
});
