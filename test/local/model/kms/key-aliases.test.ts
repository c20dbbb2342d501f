import { describe, expect, it } from '@jest/globals';
import { createWorld, foreignKeyIn, keyArnIn, OTHER_ACCOUNT } from '../world.ts';

describe('aliases', () => {
  it('an alias is made, moved and deleted, and DescribeKey follows it [kms/alias]', () => {
    const world = createWorld();
    const [one, two] = [keyArnIn(world), keyArnIn(world)];
    const AliasName = 'alias/data';
    const follows = () => world.kms('DescribeKey', { KeyId: AliasName }).KeyMetadata?.Arn;
    world.kms('CreateAlias', { AliasName, TargetKeyId: one });
    expect(follows()).toBe(one);
    world.kms('UpdateAlias', { AliasName, TargetKeyId: two });
    expect(follows()).toBe(two);
    world.kms('DeleteAlias', { AliasName });
    expect(world.kmsRefuses('DescribeKey', { KeyId: AliasName }).code).toBe('NotFoundException');
    expect(world.kmsRefuses('DeleteAlias', { AliasName }).code).toBe('NotFoundException');
    const moved = { AliasName, TargetKeyId: one };
    expect(world.kmsRefuses('UpdateAlias', moved).code).toBe('NotFoundException');
  });

  it('malformed, reserved and taken alias names are refused [kms/alias-names]', () => {
    const world = createWorld();
    const TargetKeyId = keyArnIn(world);
    const codeFor = (AliasName: string) =>
      world.kmsRefuses('CreateAlias', { AliasName, TargetKeyId }).code;
    world.kms('CreateAlias', { AliasName: 'alias/taken', TargetKeyId });
    expect(codeFor('taken')).toBe('ValidationException');
    expect(codeFor('alias/sp ace')).toBe('ValidationException');
    expect(codeFor('alias/aws/s3')).toBe('NotAuthorizedException');
    expect(codeFor('alias/taken')).toBe('AlreadyExistsException');
  });

  it('an alias moves only to a key of the same kind [kms/alias-kind]', () => {
    const world = createWorld();
    world.kms('CreateAlias', { AliasName: 'alias/data', TargetKeyId: keyArnIn(world) });
    const rsa = keyArnIn(world, { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' });
    expect(
      world.kmsRefuses('UpdateAlias', { AliasName: 'alias/data', TargetKeyId: rsa }).code,
    ).toBe('ValidationException');
  });

  it('aliases belong to their account [kms/alias-per-account]', () => {
    const world = createWorld();
    const theirs = foreignKeyIn(world);
    const caller = { account: OTHER_ACCOUNT };
    world.kms('CreateAlias', { AliasName: 'alias/data', TargetKeyId: theirs }, { caller });
    expect(world.kmsRefuses('DescribeKey', { KeyId: 'alias/data' }).code).toBe('NotFoundException');
    expect(world.kms('ListAliases', {}).Aliases).toStrictEqual([]);
    const borrowed = { AliasName: 'alias/theirs', TargetKeyId: theirs };
    expect(world.kmsRefuses('CreateAlias', borrowed).code).toBe('AccessDeniedException');
  });
});
