import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, createWorld, head, NOW, put, type World } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

const DAY = 86_400_000;

const inDays = (days: number): Date => new Date(NOW + days * DAY);

const lockWorld = (): World => {
  const world = createWorld();
  world.s3('CreateBucket', { Bucket: BUCKET, ObjectLockEnabledForBucket: true });
  return world;
};

const versioning = (Status: 'Enabled' | 'Suspended') => ({
  Bucket: BUCKET,
  VersioningConfiguration: { Status },
});

const retain = (Mode: 'GOVERNANCE' | 'COMPLIANCE', days: number) => ({
  ...OBJECT,
  Retention: { Mode, RetainUntilDate: inDays(days) },
});

describe('setting locks', () => {
  it('retention and legal hold are read back as they were set [lock/round-trip]', () => {
    const world = lockWorld();
    put(world, 'a');
    expect(world.s3Refuses('GetObjectRetention', OBJECT).code).toBe(
      'NoSuchObjectLockConfiguration',
    );
    expect(world.s3Refuses('GetObjectLegalHold', OBJECT).status).toBe(404);
    const wanted = retain('GOVERNANCE', 5);
    world.s3('PutObjectRetention', wanted);
    world.s3('PutObjectLegalHold', { ...OBJECT, LegalHold: { Status: 'ON' } });
    expect(world.s3('GetObjectRetention', OBJECT).Retention).toStrictEqual(wanted.Retention);
    expect(world.s3('GetObjectLegalHold', OBJECT).LegalHold).toStrictEqual({ Status: 'ON' });
    expect(head(world, 'a')).toMatchObject({
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: inDays(5),
      ObjectLockLegalHoldStatus: 'ON',
    });
  });

  it('locks are refused with 400 in buckets without Object Lock [lock/needs-bucket]', () => {
    const world = createBucketWorld('Enabled');
    put(world, 'a');
    const refusal = { status: 400, code: 'InvalidRequest' };
    expect(world.s3Refuses('PutObjectRetention', retain('GOVERNANCE', 5))).toMatchObject(refusal);
    expect(
      world.s3Refuses('PutObject', { ...OBJECT, ObjectLockLegalHoldStatus: 'ON' }),
    ).toMatchObject(refusal);
  });

  it.each([
    ['a date that is now', { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: inDays(0) }],
    ['a past date', { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: inDays(-1) }],
    ['no mode', { ObjectLockRetainUntilDate: inDays(1) }],
    ['no date', { ObjectLockMode: 'GOVERNANCE' }],
  ] as const)(
    'a retain-until date in the past, or without a mode, is refused with 400 [lock/bad-date]: %s',
    (_title, lock) => {
      const world = lockWorld();
      expect(world.s3Refuses('PutObject', { ...OBJECT, ...lock })).toMatchObject({
        status: 400,
        code: 'InvalidArgument',
      });
    },
  );

  it('new versions get the default retention of the bucket [lock/default-retention]', () => {
    const world = lockWorld();
    for (const DefaultRetention of [
      { Mode: 'COMPLIANCE' },
      { Days: 3 },
      { Mode: 'COMPLIANCE', Days: 3, Years: 1 },
      { Mode: 'COMPLIANCE', Days: 0 },
    ]) {
      const wrong = { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention } } as never;
      const input = { Bucket: BUCKET, ObjectLockConfiguration: wrong };
      expect(world.s3Refuses('PutObjectLockConfiguration', input).code).toBe('MalformedXML');
    }
    world.s3('PutObjectLockConfiguration', {
      Bucket: BUCKET,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Years: 2 } },
      },
    });
    put(world, 'years');
    const years = head(world, 'years');
    expect(years.ObjectLockRetainUntilDate?.getTime()).toBe(
      (years.LastModified?.getTime() ?? 0) + 2 * 365 * DAY,
    );
    world.s3('PutObjectLockConfiguration', {
      Bucket: BUCKET,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3 } },
      },
    });
    put(world, 'a');
    const { ObjectLockMode, ObjectLockRetainUntilDate, LastModified } = head(world, 'a');
    expect(ObjectLockMode).toBe('COMPLIANCE');
    expect(ObjectLockRetainUntilDate?.getTime()).toBe((LastModified?.getTime() ?? 0) + 3 * DAY);
    expect(
      world.s3('GetObjectLockConfiguration', { Bucket: BUCKET }).ObjectLockConfiguration?.Rule,
    ).toStrictEqual({ DefaultRetention: { Mode: 'COMPLIANCE', Days: 3 } });
  });

  it('Object Lock needs versioning, and versioning cannot be suspended under it [lock/configuration]', () => {
    const world = createBucketWorld();
    const on = {
      Bucket: BUCKET,
      ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' },
    } as const;
    expect(world.s3Refuses('GetObjectLockConfiguration', { Bucket: BUCKET }).status).toBe(404);
    expect(world.s3Refuses('PutObjectLockConfiguration', on)).toMatchObject({
      status: 409,
      code: 'InvalidBucketState',
    });
    world.s3('PutBucketVersioning', versioning('Enabled'));
    world.s3('PutObjectLockConfiguration', on);
    expect(world.s3Refuses('PutBucketVersioning', versioning('Suspended'))).toMatchObject({
      status: 409,
      code: 'InvalidBucketState',
    });
  });
});
