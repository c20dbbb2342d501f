import { describe, expect, it } from '@jest/globals';
import {
  ACCOUNT,
  BUCKET,
  bytesOf,
  createBucketWorld,
  foreignKeyIn,
  head,
  keyArnIn,
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

describe('what cannot be re-keyed', () => {
  it.each([
    [
      'unencrypted',
      (world: World) => {
        world.stage('PutUnencryptedObject', { Bucket: BUCKET, Key: 'a', Body: bytesOf('old') });
        expect(head(world, 'a')).not.toHaveProperty('ServerSideEncryption');
      },
    ],
    ['DSSE-KMS', (world: World) => put(world, 'a', 'x', { ServerSideEncryption: 'aws:kms:dsse' })],
    [
      'SSE-C',
      (world: World) => {
        world.s3('PutBucketEncryption', {
          Bucket: BUCKET,
          ServerSideEncryptionConfiguration: {
            Rules: [{ BlockedEncryptionTypes: { EncryptionType: ['NONE'] } }],
          },
        });
        put(world, 'a', 'x', {
          SSECustomerAlgorithm: 'AES256',
          SSECustomerKey: Buffer.alloc(32, 'k').toString('base64'),
        });
      },
    ],
  ])(
    'unencrypted, DSSE-KMS and SSE-C objects are refused with 400 [update/source-kinds]: %s',
    (_title, seed) => {
      const world = createBucketWorld();
      seed(world);
      expect(refusal(world, 'a')).toStrictEqual([400, 'InvalidRequest']);
    },
  );

  it.each([
    ['a key id', (arn: string) => arn.slice(arn.indexOf('/') + 1)],
    ['an alias name', () => 'alias/payroll'],
    ['an alias ARN', () => `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/payroll`],
    ['an ARN with something behind it', (arn: string) => `${arn}/x`],
    ['nothing', () => ''],
  ])(
    'key ids, alias names, alias ARNs and nothing are refused with 400 [update/full-arn-only]: %s',
    (_title, spell) => {
      const world = createBucketWorld();
      put(world, 'a');
      const arn = keyArnIn(world);
      world.kms('CreateAlias', { AliasName: 'alias/payroll', TargetKeyId: arn });
      expect(refusal(world, 'a', spell(arn))).toStrictEqual([400, 'InvalidRequest']);
    },
  );

  it('key ids, alias names, alias ARNs and nothing are refused with 400 [update/full-arn-only]: no target at all', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const input = { Bucket: BUCKET, Key: 'a', ObjectEncryption: undefined };
    expect(world.s3Refuses('UpdateObjectEncryption', input).code).toBe('InvalidRequest');
  });

  it("another account's key is refused with 403, shared or not [update/foreign-key]", () => {
    const world = createBucketWorld();
    put(world, 'a');
    const shared = foreignKeyIn(world, [ACCOUNT]);
    expect(refusal(world, 'a', shared)).toStrictEqual([403, 'AccessDenied']);
  });

  it.each([
    ['KMS.DisabledException', (w: World, arn: string) => w.kms('DisableKey', { KeyId: arn })],
    [
      'KMS.KMSInvalidStateException',
      (w: World, arn: string) => w.kms('ScheduleKeyDeletion', { KeyId: arn }),
    ],
    [
      'KMS.NotFoundException',
      (w: World, arn: string) => w.stage('SetKeyState', { KeyId: arn, KeyState: 'Deleted' }),
    ],
  ])(
    'a target or source key that cannot be used is refused with a KMS code [update/unusable-key]: %s',
    (code, spoil) => {
      const world = createBucketWorld();
      const [source, target] = [keyArnIn(world), keyArnIn(world)];
      put(world, 'under-good');
      put(world, 'under-bad', 'x', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: source });
      spoil(world, source);
      expect(refusal(world, 'under-good', source)).toStrictEqual([400, code]);
      expect(refusal(world, 'under-bad', target)).toStrictEqual([400, code]);
    },
  );

  it('aws/s3 is refused as a target [update/aws-managed-target]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const managed = world.kms('DescribeKey', { KeyId: 'alias/aws/s3' }).KeyMetadata?.Arn;
    expect(refusal(world, 'a', managed)).toStrictEqual([400, 'InvalidRequest']);
  });
});
