import { describe, expect, it } from '@jest/globals';
import { BUCKET, createWorld, head, NOW, put, type World } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

const DAY = 86_400_000;

const inDays = (days: number): Date => new Date(NOW + days * DAY);

const lockWorld = (): World => {
  const world = createWorld();
  world.s3('CreateBucket', { Bucket: BUCKET, ObjectLockEnabledForBucket: true });
  return world;
};

const retained = (world: World, mode: 'GOVERNANCE' | 'COMPLIANCE', days = 10) =>
  put(world, 'a', 'x', { ObjectLockMode: mode, ObjectLockRetainUntilDate: inDays(days) }).VersionId;

const retain = (Mode: 'GOVERNANCE' | 'COMPLIANCE', days: number) => ({
  ...OBJECT,
  Retention: { Mode, RetainUntilDate: inDays(days) },
});

const DENIED = { status: 403, code: 'AccessDenied' };

describe('locked versions', () => {
  it('a retained or held version cannot be removed: 403 [lock/blocks-delete]', () => {
    const world = lockWorld();
    const VersionId = retained(world, 'GOVERNANCE');
    expect(world.s3Refuses('DeleteObject', { ...OBJECT, VersionId })).toMatchObject(DENIED);
    const Delete = { Objects: [{ Key: 'a', VersionId }] };
    expect(world.s3('DeleteObjects', { Bucket: BUCKET, Delete }).Errors).toMatchObject([
      { Code: 'AccessDenied' },
    ]);
    expect(
      world.stageRefuses('ExpireObject', { ...OBJECT, VersionId: VersionId ?? '' }).status,
    ).toBe(403);
    const held = put(world, 'b', 'x', { ObjectLockLegalHoldStatus: 'ON' }).VersionId;
    const b = { Bucket: BUCKET, Key: 'b' };
    expect(world.s3Refuses('DeleteObject', { ...b, VersionId: held })).toMatchObject(DENIED);
    world.s3('PutObjectLegalHold', { ...b, LegalHold: { Status: 'OFF' } });
    world.s3('DeleteObject', { ...b, VersionId: held });
    expect(world.s3Refuses('HeadObject', b).status).toBe(404);
  });

  it('governance can be bypassed; compliance and a legal hold cannot [lock/bypass]', () => {
    const world = lockWorld();
    const bypass = { ...OBJECT, BypassGovernanceRetention: true };
    const held = put(world, 'a', 'x', { ObjectLockLegalHoldStatus: 'ON' }).VersionId;
    const compliance = retained(world, 'COMPLIANCE');
    const governance = retained(world, 'GOVERNANCE');
    for (const VersionId of [held, compliance]) {
      expect(world.s3Refuses('DeleteObject', { ...bypass, VersionId })).toMatchObject(DENIED);
    }
    expect(world.s3('DeleteObject', { ...bypass, VersionId: governance }).VersionId).toBe(
      governance,
    );
    const Delete = { Objects: [{ Key: 'a', VersionId: retained(world, 'GOVERNANCE') }] };
    const many = { Bucket: BUCKET, Delete };
    expect(world.s3('DeleteObjects', many).Errors).toHaveLength(1);
    const output = world.s3('DeleteObjects', { ...many, BypassGovernanceRetention: true });
    expect(output.Deleted).toHaveLength(1);
  });

  it('new versions and delete markers are never held back [lock/allows-markers]', () => {
    const world = lockWorld();
    const VersionId = retained(world, 'COMPLIANCE');
    expect(put(world, 'a', 'newer').VersionId).not.toBe(VersionId);
    expect(world.s3('DeleteObject', OBJECT).DeleteMarker).toBe(true);
    expect(head(world, 'a', VersionId).ObjectLockMode).toBe('COMPLIANCE');
  });

  it('a retention that has ended holds nothing back [lock/ends]', () => {
    const world = lockWorld();
    const VersionId = retained(world, 'COMPLIANCE', 1);
    world.pass(2 * DAY);
    expect(world.s3('DeleteObject', { ...OBJECT, VersionId }).VersionId).toBe(VersionId);
  });

  it('retention may be extended, not shortened or taken away without a bypass [lock/only-grows]', () => {
    const world = lockWorld();
    retained(world, 'GOVERNANCE');
    world.s3('PutObjectRetention', retain('GOVERNANCE', 20));
    expect(world.s3Refuses('PutObjectRetention', retain('GOVERNANCE', 15))).toMatchObject(DENIED);
    const none = { ...OBJECT, Retention: {} };
    expect(world.s3Refuses('PutObjectRetention', none)).toMatchObject(DENIED);
    const half = { ...OBJECT, Retention: { Mode: 'GOVERNANCE' } } as const;
    expect(world.s3Refuses('PutObjectRetention', half).code).toBe('InvalidArgument');
    world.s3('PutObjectRetention', { ...none, BypassGovernanceRetention: true });
    expect(head(world, 'a')).not.toHaveProperty('ObjectLockMode');
    world.s3('PutObjectRetention', retain('COMPLIANCE', 20));
    const weaker = { ...retain('GOVERNANCE', 30), BypassGovernanceRetention: true };
    expect(world.s3Refuses('PutObjectRetention', weaker)).toMatchObject(DENIED);
  });
});
