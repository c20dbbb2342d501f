import { describe, expect, it } from '@jest/globals';
import { ACCOUNT, createWorld, foreignKeyIn, keyArnIn, NOW, type World } from '../world.ts';

const rotationOf = (world: World, KeyId: string) => world.kms('GetKeyRotationStatus', { KeyId });

const managed = (world: World): string =>
  world.kms('DescribeKey', { KeyId: 'alias/aws/s3' }).KeyMetadata?.Arn ?? '';

describe('rotation, policy, tags', () => {
  it('rotation is turned on and off, with a period of 90 to 2,560 days [kms/rotation]', () => {
    const world = createWorld();
    const KeyId = keyArnIn(world);
    expect(rotationOf(world, KeyId)).toStrictEqual({ KeyId, KeyRotationEnabled: false });
    for (const RotationPeriodInDays of [89, 2561]) {
      expect(world.kmsRefuses('EnableKeyRotation', { KeyId, RotationPeriodInDays }).code).toBe(
        'ValidationException',
      );
    }
    world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
    expect(rotationOf(world, KeyId)).toStrictEqual({
      KeyId,
      KeyRotationEnabled: true,
      RotationPeriodInDays: 90,
      NextRotationDate: new Date(NOW + 5000 + 90 * 86_400_000),
    });
    world.kms('DisableKeyRotation', { KeyId });
    expect(rotationOf(world, KeyId).KeyRotationEnabled).toBe(false);
    world.kms('DisableKey', { KeyId });
    expect(world.kmsRefuses('EnableKeyRotation', { KeyId }).code).toBe('DisabledException');
  });

  it('asymmetric and imported keys do not rotate [kms/rotation-unsupported]', () => {
    const world = createWorld();
    const rsa = keyArnIn(world, { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' });
    for (const KeyId of [rsa, keyArnIn(world, { Origin: 'EXTERNAL' })]) {
      expect(world.kmsRefuses('EnableKeyRotation', { KeyId }).code).toBe(
        'UnsupportedOperationException',
      );
      expect(rotationOf(world, KeyId).KeyRotationEnabled).toBe(false);
    }
  });

  it('AWS managed keys always rotate, keys that wait for deletion never [kms/rotation-managed]', () => {
    const world = createWorld();
    expect(rotationOf(world, managed(world)).KeyRotationEnabled).toBe(true);
    const KeyId = keyArnIn(world);
    world.kms('EnableKeyRotation', { KeyId });
    world.kms('ScheduleKeyDeletion', { KeyId });
    expect(rotationOf(world, KeyId).KeyRotationEnabled).toBe(false);
  });

  it('a key policy is kept as text [kms/policy]', () => {
    const world = createWorld();
    const KeyId = keyArnIn(world);
    expect(world.kms('GetKeyPolicy', { KeyId }).Policy).toContain(`${ACCOUNT}:root`);
    const Policy = '{ "Statement": [] }';
    world.kms('PutKeyPolicy', { KeyId, Policy });
    expect(world.kms('GetKeyPolicy', { KeyId })).toStrictEqual({ Policy, PolicyName: 'default' });
    expect(world.kmsRefuses('PutKeyPolicy', { KeyId, Policy: '{' }).code).toBe(
      'MalformedPolicyDocumentException',
    );
    expect(world.kmsRefuses('GetKeyPolicy', { KeyId: foreignKeyIn(world, [ACCOUNT]) }).code).toBe(
      'AccessDeniedException',
    );
  });

  it('tags are added, removed and listed [kms/tags]', () => {
    const world = createWorld();
    const KeyId = keyArnIn(world, { Tags: [{ TagKey: 'a', TagValue: '1' }] });
    const read = () => world.kms('ListResourceTags', { KeyId }).Tags;
    world.kms('TagResource', {
      KeyId,
      Tags: [
        { TagKey: 'a', TagValue: '2' },
        { TagKey: 'b', TagValue: '3' },
      ],
    });
    expect(read()).toStrictEqual([
      { TagKey: 'a', TagValue: '2' },
      { TagKey: 'b', TagValue: '3' },
    ]);
    world.kms('UntagResource', { KeyId, TagKeys: ['a'] });
    expect(read()).toStrictEqual([{ TagKey: 'b', TagValue: '3' }]);
    const Tags = [{ TagKey: 'aws:x', TagValue: '' }];
    expect(world.kmsRefuses('TagResource', { KeyId, Tags }).code).toBe('TagException');
  });
});
