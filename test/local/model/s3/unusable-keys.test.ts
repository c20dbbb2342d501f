import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { BUCKET, createBucketWorld, head, keyArnIn, put, textOf, type World } from '../world.ts';

const spoil: readonly (readonly [string, string, (world: World) => string])[] = [
  [
    'KMS.DisabledException',
    'disabled',
    (world) => {
      const arn = keyArnIn(world);
      world.kms('DisableKey', { KeyId: arn });
      return arn;
    },
  ],
  [
    'KMS.KMSInvalidStateException',
    'pending deletion',
    (world) => {
      const arn = keyArnIn(world);
      world.kms('ScheduleKeyDeletion', { KeyId: arn });
      return arn;
    },
  ],
  [
    'KMS.KMSInvalidStateException',
    'pending import',
    (world) => keyArnIn(world, { Origin: 'EXTERNAL' }),
  ],
  [
    'KMS.InvalidKeyUsageException',
    'asymmetric',
    (world) => keyArnIn(world, { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }),
  ],
  [
    'KMS.InvalidKeyUsageException',
    'for MACs',
    (world) => keyArnIn(world, { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
  ],
  ['KMS.NotFoundException', 'unknown', () => '1234abcd-12ab-34cd-56ef-1234567890ab'],
  ['KMS.NotFoundException', 'an unknown alias', () => 'alias/nobody'],
  ['KMS.NotFoundException', 'no key id at all', () => 'aws/s3'],
];

const spoiled = (spoilKey: (world: World, arn: string) => void) => {
  const world = createBucketWorld();
  const arn = keyArnIn(world);
  put(world, 'a', 'secret', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: arn });
  put(world, 'sum', 'x', {
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: arn,
    ChecksumAlgorithm: 'SHA256',
  });
  spoilKey(world, arn);
  return world;
};

describe('keys that S3 cannot use', () => {
  it.each(spoil)(
    'a write under a disabled, deleted, unknown or asymmetric key is refused with 400 and a KMS code [encryption/unusable-key]: %s, %s',
    (code, _title, makeKey) => {
      const world = createBucketWorld();
      const SSEKMSKeyId = makeKey(world);
      const input = {
        Bucket: BUCKET,
        Key: 'a',
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId,
      } as const;
      expect(world.s3Refuses('PutObject', input)).toMatchObject({ status: 400, code });
      world.s3Refuses('HeadObject', { Bucket: BUCKET, Key: 'a' });
    },
  );

  it('a key of another Region is refused as not found [encryption/other-region]', () => {
    const world = createBucketWorld();
    const arn = keyArnIn(world).replace('eu-west-1', 'us-west-2');
    const refused = world.s3Refuses('PutObject', {
      Bucket: BUCKET,
      Key: 'a',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: arn,
    });
    expect(refused).toMatchObject({
      status: 400,
      code: 'KMS.NotFoundException',
      message: 'Invalid arn us-west-2',
    });
  });

  it.each([
    [
      'KMS.DisabledException',
      (world: World, arn: string) => world.kms('DisableKey', { KeyId: arn }),
    ],
    [
      'KMS.KMSInvalidStateException',
      (world: World, arn: string) => world.kms('ScheduleKeyDeletion', { KeyId: arn }),
    ],
    [
      'KMS.NotFoundException',
      (world: World, arn: string) =>
        world.stage('SetKeyState', { KeyId: arn, KeyState: 'Deleted' }),
    ],
  ])(
    'GET is refused with 400 while the key cannot be used [encryption/get-needs-key]: %s',
    (code, spoilKey) => {
      const world = spoiled(spoilKey);
      const get = { Bucket: BUCKET, Key: 'a' };
      expect(world.s3Refuses('GetObject', get)).toMatchObject({ status: 400, code });
    },
  );

  it('GET is refused with 400 while the key cannot be used [encryption/get-needs-key]: and works again with the key', () => {
    const world = spoiled((w, arn) => w.kms('DisableKey', { KeyId: arn }));
    const arn = head(world, 'a').SSEKMSKeyId ?? '';
    world.kms('EnableKey', { KeyId: arn });
    expect(textOf(world, 'a')).toBe('secret');
  });

  it('HEAD shows a KMS object whatever the state of its key [encryption/head-needs-no-key]', () => {
    const world = spoiled((w, arn) => w.stage('SetKeyState', { KeyId: arn, KeyState: 'Deleted' }));
    expect(head(world, 'a').ServerSideEncryption).toBe('aws:kms');
  });

  it('HEAD that asks for the checksum of a KMS object needs its key [encryption/checksum-needs-key]', () => {
    const world = spoiled((w, arn) => w.kms('DisableKey', { KeyId: arn }));
    const input = { Bucket: BUCKET, Key: 'sum', ChecksumMode: 'ENABLED' } as const;
    expect(world.s3Refuses('HeadObject', input).code).toBe('KMS.DisabledException');
    world.kms('EnableKey', { KeyId: head(world, 'sum').SSEKMSKeyId ?? '' });
    expect(world.s3('HeadObject', input).ChecksumSHA256).toBe(
      createHash('sha256').update('x').digest('base64'),
    );
  });
});
