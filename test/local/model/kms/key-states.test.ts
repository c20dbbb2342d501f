import { describe, expect, it } from '@jest/globals';
import { createWorld, keyArnIn, NOW, type World } from '../world.ts';

const stateOf = (world: World, KeyId: string) =>
  world.kms('DescribeKey', { KeyId }).KeyMetadata?.KeyState;
const managed = (world: World): string =>
  world.kms('DescribeKey', { KeyId: 'alias/aws/s3' }).KeyMetadata?.Arn ?? '';

describe('the states of a key', () => {
  it('a key is disabled and enabled again [kms/disable]', () => {
    const world = createWorld();
    const KeyId = keyArnIn(world);
    world.kms('DisableKey', { KeyId });
    expect(stateOf(world, KeyId)).toBe('Disabled');
    world.kms('EnableKey', { KeyId });
    expect(stateOf(world, KeyId)).toBe('Enabled');
  });

  it('a deletion waits 7 to 30 days and can be cancelled, which leaves the key disabled [kms/deletion]', () => {
    const world = createWorld();
    const KeyId = keyArnIn(world);
    for (const PendingWindowInDays of [6, 31]) {
      expect(world.kmsRefuses('ScheduleKeyDeletion', { KeyId, PendingWindowInDays }).code).toBe(
        'ValidationException',
      );
    }
    expect(world.kmsRefuses('CancelKeyDeletion', { KeyId }).code).toBe('KMSInvalidStateException');
    const output = world.kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    expect(output).toStrictEqual({
      KeyId,
      DeletionDate: new Date(NOW + 5000 + 7 * 86_400_000),
      KeyState: 'PendingDeletion',
      PendingWindowInDays: 7,
    });
    expect(world.kms('DescribeKey', { KeyId }).KeyMetadata).toMatchObject({
      KeyState: 'PendingDeletion',
      Enabled: false,
      DeletionDate: output.DeletionDate,
    });
    expect(world.kms('CancelKeyDeletion', { KeyId })).toStrictEqual({ KeyId });
    expect(stateOf(world, KeyId)).toBe('Disabled');
    expect(world.kms('DescribeKey', { KeyId }).KeyMetadata).not.toHaveProperty('DeletionDate');
  });

  it('a key that waits for its deletion takes no other change [kms/pending-refuses]', () => {
    const world = createWorld();
    const KeyId = keyArnIn(world);
    world.kms('ScheduleKeyDeletion', { KeyId });
    for (const name of [
      'EnableKey',
      'DisableKey',
      'ScheduleKeyDeletion',
      'EnableKeyRotation',
    ] as const) {
      expect(world.kmsRefuses(name, { KeyId })).toMatchObject({
        code: 'KMSInvalidStateException',
        message: `${KeyId} is pending deletion.`,
      });
    }
    const alias = { AliasName: 'alias/late', TargetKeyId: KeyId };
    expect(world.kmsRefuses('CreateAlias', alias).code).toBe('KMSInvalidStateException');
  });

  it('a deleted key is gone, with its aliases [kms/deleted]', () => {
    const world = createWorld();
    const KeyId = keyArnIn(world);
    world.kms('CreateAlias', { AliasName: 'alias/data', TargetKeyId: KeyId });
    world.stage('SetKeyState', { KeyId, KeyState: 'Deleted' });
    expect(world.kmsRefuses('DescribeKey', { KeyId }).code).toBe('NotFoundException');
    expect(world.kmsRefuses('DescribeKey', { KeyId: 'alias/data' }).code).toBe('NotFoundException');
  });

  it('nobody changes an AWS managed key [kms/managed-untouchable]', () => {
    const world = createWorld();
    const KeyId = managed(world);
    for (const name of [
      'DisableKey',
      'ScheduleKeyDeletion',
      'DisableKeyRotation',
      'PutKeyPolicy',
    ] as const) {
      const input = { KeyId, Policy: '{}' };
      expect(world.kmsRefuses(name, input).code).toBe('AccessDeniedException');
    }
  });

  it('operations that change a key take no alias [kms/no-alias]', () => {
    const world = createWorld();
    world.kms('CreateAlias', { AliasName: 'alias/data', TargetKeyId: keyArnIn(world) });
    for (const name of ['DisableKey', 'GetKeyRotationStatus', 'GetKeyPolicy'] as const) {
      expect(world.kmsRefuses(name, { KeyId: 'alias/data' })).toMatchObject({
        code: 'NotFoundException',
        message: "Invalid keyId 'alias/data'",
      });
    }
  });
});
