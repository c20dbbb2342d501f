import { describe, expect, it } from '@jest/globals';
import {
  ACCOUNT,
  createWorld,
  foreignKeyIn,
  keyArnIn,
  NOW,
  OTHER_ACCOUNT,
  type World,
} from '../world.ts';

const stateOf = (world: World, KeyId: string) =>
  world.kms('DescribeKey', { KeyId }).KeyMetadata?.KeyState;
const managed = (world: World): string =>
  world.kms('DescribeKey', { KeyId: 'alias/aws/s3' }).KeyMetadata?.Arn ?? '';

describe('making and reading keys', () => {
  it('a new key is symmetric, enabled and its own account is its owner [kms/create]', () => {
    const { KeyMetadata } = createWorld().kms('CreateKey', { Description: 'payroll' });
    expect(KeyMetadata).toMatchObject({
      AWSAccountId: ACCOUNT,
      Arn: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/${KeyMetadata?.KeyId}`,
      CreationDate: new Date(NOW + 1000),
      Enabled: true,
      Description: 'payroll',
      KeyManager: 'CUSTOMER',
      KeyState: 'Enabled',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeySpec: 'SYMMETRIC_DEFAULT',
      Origin: 'AWS_KMS',
      MultiRegion: false,
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
    });
    expect(KeyMetadata?.KeyId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it.each([
    ['SYMMETRIC_DEFAULT', 'SIGN_VERIFY'],
    ['HMAC_256', 'ENCRYPT_DECRYPT'],
    ['ECC_NIST_P256', 'ENCRYPT_DECRYPT'],
    ['RSA_2048', 'GENERATE_VERIFY_MAC'],
  ] as const)(
    'a usage that the spec cannot do is refused [kms/spec-and-usage]: %s, %s',
    (KeySpec, KeyUsage) => {
      expect(createWorld().kmsRefuses('CreateKey', { KeySpec, KeyUsage })).toMatchObject({
        status: 400,
        code: 'ValidationException',
      });
    },
  );

  it('multi-Region keys have an mrk- id [kms/multi-region]', () => {
    const { KeyMetadata } = createWorld().kms('CreateKey', { MultiRegion: true });
    expect(KeyMetadata?.KeyId).toMatch(/^mrk-[0-9a-f]{32}$/);
    expect(KeyMetadata?.MultiRegionConfiguration?.PrimaryKey?.Arn).toBe(KeyMetadata?.Arn);
  });

  it('a key with imported material waits for it [kms/imported]', () => {
    const world = createWorld();
    const arn = keyArnIn(world, { Origin: 'EXTERNAL' });
    expect(stateOf(world, arn)).toBe('PendingImport');
    expect(world.kmsRefuses('EnableKey', { KeyId: arn }).code).toBe('KMSInvalidStateException');
    world.stage('SetKeyState', { KeyId: arn, KeyState: 'Enabled' });
    expect(stateOf(world, arn)).toBe('Enabled');
  });

  it('a key is described by id, ARN, alias and alias ARN [kms/describe]', () => {
    const world = createWorld();
    const arn = keyArnIn(world);
    world.kms('CreateAlias', { AliasName: 'alias/data', TargetKeyId: arn });
    const forms = [
      arn,
      arn.slice(arn.indexOf('/') + 1),
      'alias/data',
      `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/data`,
    ];
    for (const KeyId of forms) {
      expect(world.kms('DescribeKey', { KeyId }).KeyMetadata?.Arn).toBe(arn);
    }
    for (const KeyId of ['alias/none', 'x', '1234abcd-12ab-34cd-56ef-1234567890ab']) {
      expect(world.kmsRefuses('DescribeKey', { KeyId })).toMatchObject({
        status: 400,
        code: 'NotFoundException',
      });
    }
  });

  it('describing alias/aws/s3 makes the key [kms/describe-predefined]', () => {
    const world = createWorld();
    const arn = managed(world);
    expect(managed(world)).toBe(arn);
    expect(world.kms('ListAliases', {}).Aliases).toMatchObject([{ AliasName: 'alias/aws/s3' }]);
    expect(world.kms('DescribeKey', { KeyId: arn }).KeyMetadata?.MultiRegion).toBe(false);
    const aliasArn = `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/aws/s3`;
    expect(createWorld().kms('DescribeKey', { KeyId: aliasArn }).KeyMetadata?.KeyManager).toBe(
      'AWS',
    );
  });

  it("another account's key is described by ARN where it is shared [kms/describe-foreign]", () => {
    const world = createWorld();
    const [shared, kept] = [foreignKeyIn(world, [ACCOUNT]), foreignKeyIn(world)];
    expect(world.kms('DescribeKey', { KeyId: shared }).KeyMetadata?.AWSAccountId).toBe(
      OTHER_ACCOUNT,
    );
    expect(world.kmsRefuses('DescribeKey', { KeyId: kept })).toMatchObject({
      status: 400,
      code: 'AccessDeniedException',
    });
    const bareId = shared.slice(shared.indexOf('/') + 1);
    expect(world.kmsRefuses('DescribeKey', { KeyId: bareId }).code).toBe('NotFoundException');
    expect(world.kmsRefuses('DisableKey', { KeyId: shared }).code).toBe('AccessDeniedException');
  });

  it('what a test denies is refused with AccessDeniedException [kms/denied]', () => {
    const world = createWorld();
    const KeyId = keyArnIn(world);
    world.stage('DenyKeyRequests', { KeyId, Operations: ['DescribeKey', 'GetKeyPolicy'] });
    for (const name of ['DescribeKey', 'GetKeyPolicy'] as const) {
      expect(world.kmsRefuses(name, { KeyId }).code).toBe('AccessDeniedException');
    }
    world.stage('DenyKeyRequests', { KeyId, Operations: [] });
    expect(stateOf(world, KeyId)).toBe('Enabled');
  });

  it('keys and aliases are listed per account, in pages [kms/list]', () => {
    const world = createWorld();
    const arns = [keyArnIn(world), keyArnIn(world), keyArnIn(world)];
    foreignKeyIn(world);
    for (const [n, TargetKeyId] of arns.entries()) {
      world.kms('CreateAlias', { AliasName: `alias/${n}`, TargetKeyId });
    }
    const first = world.kms('ListKeys', { Limit: 2 });
    expect(first).toMatchObject({ Truncated: true });
    const second = world.kms('ListKeys', { Limit: 2, Marker: first.NextMarker });
    expect(second.Truncated).toBe(false);
    const told = [...(first.Keys ?? []), ...(second.Keys ?? [])].map(({ KeyArn }) => KeyArn);
    expect(told).toStrictEqual(arns.toSorted());
    expect(world.kms('ListAliases', { KeyId: arns[1] }).Aliases).toMatchObject([
      { AliasName: 'alias/1', TargetKeyId: arns[1]?.split('/')[1] },
    ]);
    const page = world.kms('ListAliases', { Limit: 2 });
    const rest = world.kms('ListAliases', { Marker: page.NextMarker });
    expect([page, rest].map(({ Aliases }) => Aliases?.length)).toStrictEqual([2, 1]);
  });
});
