import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { BUCKET, bytesOf, createBucketWorld, put, type World } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };
const digest = (algorithm: string, text: string): string =>
  createHash(algorithm).update(text).digest('base64');
// RFC 3720 gives CRC32C, the polynomial's own test CRC32: both over "123456789".
const CRC32 = Buffer.from('cbf43926', 'hex').toString('base64');
const CRC32C = Buffer.from('e3069283', 'hex').toString('base64');
const CRC64NVME = Buffer.from('ae8b14860a799888', 'hex').toString('base64');

const shown = (world: World) => world.s3('HeadObject', { ...OBJECT, ChecksumMode: 'ENABLED' });

const send = (ContentMD5: string) => ({ ...OBJECT, Body: bytesOf('hello'), ContentMD5 });

describe('the integrity of an upload', () => {
  it('a Content-MD5 that is none, or of other bytes, is refused with 400 [integrity/md5]', () => {
    const world = createBucketWorld();
    expect(world.s3Refuses('PutObject', send('bm9uZQ=='))).toMatchObject({
      status: 400,
      code: 'InvalidDigest',
    });
    expect(world.s3Refuses('PutObject', send(digest('md5', 'other')))).toMatchObject({
      status: 400,
      code: 'BadDigest',
    });
    world.s3('PutObject', send(digest('md5', 'hello')));
    expect(world.status()).toBe(200);
  });

  it.each([
    ['ChecksumSHA256', digest('sha256', '123456789')],
    ['ChecksumSHA1', digest('sha1', '123456789')],
    ['ChecksumSHA512', digest('sha512', '123456789')],
    ['ChecksumMD5', digest('md5', '123456789')],
    ['ChecksumCRC32', CRC32],
    ['ChecksumCRC32C', CRC32C],
    ['ChecksumCRC64NVME', CRC64NVME],
  ])(
    'a checksum of other bytes is refused; the right one is kept, shown if asked [integrity/checksum]: %s',
    (member, value) => {
      const world = createBucketWorld();
      const wrong = { ...OBJECT, Body: bytesOf('other'), [member]: value };
      expect(world.s3Refuses('PutObject', wrong)).toMatchObject({ status: 400, code: 'BadDigest' });
      expect(put(world, 'a', '123456789', { [member]: value })).toHaveProperty(member, value);
      expect(shown(world)).toMatchObject({ [member]: value, ChecksumType: 'FULL_OBJECT' });
      expect(world.s3('HeadObject', OBJECT)).not.toHaveProperty(member);
      expect(world.s3('GetObject', OBJECT)).not.toHaveProperty(member);
      const get = { ...OBJECT, ChecksumMode: 'ENABLED' as const };
      expect(world.s3('GetObject', get)).toHaveProperty(member, value);
      const size = { ...OBJECT, ObjectAttributes: ['ObjectSize' as const] };
      expect(world.s3('GetObjectAttributes', size)).not.toHaveProperty('Checksum');
      const attributes = { ...OBJECT, ObjectAttributes: ['Checksum' as const] };
      expect(world.s3('GetObjectAttributes', attributes).Checksum).toHaveProperty(member, value);
    },
  );

  it('an upload without a checksum gets CRC64NVME [integrity/added]', () => {
    const world = createBucketWorld();
    expect(put(world, 'a', '123456789')).toMatchObject({ ChecksumCRC64NVME: CRC64NVME });
    expect(shown(world)).toMatchObject({
      ChecksumCRC64NVME: CRC64NVME,
      ChecksumType: 'FULL_OBJECT',
    });
    world.stage('PutUnencryptedObject', OBJECT); // from before S3 added any
    expect(shown(world)).not.toHaveProperty('ChecksumType');
  });

  it('a range is told without a checksum [integrity/range]', () => {
    const world = createBucketWorld();
    put(world, 'a', '123456789');
    const get = { ...OBJECT, ChecksumMode: 'ENABLED' as const };
    expect(world.s3('GetObject', { ...get, Range: 'bytes=0-3' })).not.toHaveProperty(
      'ChecksumType',
    );
    expect(world.s3('GetObject', get)).toHaveProperty('ChecksumType');
  });

  it('checksums of the xxHash family are kept as sent [integrity/unverified]', () => {
    const world = createBucketWorld();
    put(world, 'a', '123456789', { ChecksumXXHASH64: 'AAAAAAAAAAA=' });
    expect(shown(world)).toMatchObject({ ChecksumXXHASH64: 'AAAAAAAAAAA=' });
    expect(put(world, 'a', '123456789', { ChecksumAlgorithm: 'XXHASH3' })).not.toHaveProperty(
      'ChecksumXXHASH3',
    );
  });
});
