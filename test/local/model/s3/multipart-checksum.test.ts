import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { BUCKET, createBucketWorld, put, type World } from '../world.ts';
import { begin, complete, OBJECT, part, SMALL } from './upload-world.ts';

const CRC32C = '4waSgw=='; // of "123456789"
const CRC64NVME = 'rosUhgp5mIg=';
const sha = (text: string | Uint8Array) => createHash('sha256').update(text).digest();

const shown = (world: World, PartNumber?: number) =>
  world.s3('HeadObject', { ...OBJECT, ChecksumMode: 'ENABLED', PartNumber });

const bare = (Parts: readonly { PartNumber: number; ETag?: string | undefined }[]) =>
  Parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag }));

const digits = (world: World, upload: ReturnType<typeof begin>) => [
  part(world, upload, 1, '12345'),
  part(world, upload, 2, '6789'),
];

describe('checksums of uploads in parts', () => {
  it.each([
    ['CRC32C', CRC32C],
    ['CRC64NVME', CRC64NVME],
  ])(
    'a checksum of the whole is that of its bytes [multipart/checksum-whole]: %s',
    (name, value) => {
      const world = createBucketWorld(undefined, SMALL);
      const upload = begin(world, { ChecksumAlgorithm: name, ChecksumType: 'FULL_OBJECT' });
      const Parts = bare(digits(world, upload));
      world.s3('CompleteMultipartUpload', complete(upload, Parts, { [`Checksum${name}`]: value }));
      expect(shown(world)).toMatchObject({
        [`Checksum${name}`]: value,
        ChecksumType: 'FULL_OBJECT',
      });
    },
  );

  it('an upload in parts without a checksum gets CRC64NVME [multipart/checksum-added]', () => {
    const world = createBucketWorld(undefined, SMALL);
    const upload = begin(world);
    world.s3('CompleteMultipartUpload', complete(upload, digits(world, upload)));
    expect(shown(world)).toMatchObject({
      ChecksumCRC64NVME: CRC64NVME,
      ChecksumType: 'FULL_OBJECT',
    });
  });

  it.each([
    ['SHA256', 'FULL_OBJECT'],
    ['SHA1', 'FULL_OBJECT'],
    ['CRC64NVME', 'COMPOSITE'],
    ['CRC32', 'SOMETHING'],
    [undefined, 'COMPOSITE'],
    ['ADLER32', undefined],
  ])(
    'only cyclic checks cover the whole of an upload in parts, and CRC64NVME nothing less [multipart/checksum-kinds]: %s %s',
    (ChecksumAlgorithm, ChecksumType) => {
      const world = createBucketWorld();
      const input = { ...OBJECT, ChecksumAlgorithm, ChecksumType } as typeof OBJECT;
      expect(world.s3Refuses('CreateMultipartUpload', input)).toMatchObject({
        status: 400,
        code: 'InvalidRequest',
      });
    },
  );

  it('a checksum of the whole that does not agree is refused with 400 [multipart/checksum-sent]', () => {
    const world = createBucketWorld(undefined, SMALL);
    const upload = begin(world, { ChecksumAlgorithm: 'SHA256' });
    const Parts = digits(world, upload);
    const wrong = complete(upload, Parts, { ChecksumSHA256: sha('other').toString('base64') });
    expect(world.s3Refuses('CompleteMultipartUpload', wrong)).toMatchObject({
      status: 400,
      code: 'BadDigest',
    });
    const ChecksumSHA256 = sha(Buffer.concat([sha('12345'), sha('6789')])).toString('base64');
    world.s3('CompleteMultipartUpload', complete(upload, Parts, { ChecksumSHA256 }));
    expect(shown(world)).toMatchObject({ ChecksumSHA256: `${ChecksumSHA256}-2` });
  });

  it('the type of checksum stays what Create said, or the end is refused [multipart/checksum-type]', () => {
    const world = createBucketWorld(undefined, SMALL);
    const upload = begin(world, { ChecksumAlgorithm: 'SHA256' });
    const Parts = digits(world, upload);
    const other = complete(upload, Parts, { ChecksumType: 'FULL_OBJECT' });
    expect(world.s3Refuses('CompleteMultipartUpload', other)).toMatchObject({ status: 400 });
    world.s3('CompleteMultipartUpload', complete(upload, Parts, { ChecksumType: 'COMPOSITE' }));
    expect(world.status()).toBe(200);
  });

  it('parts with a composite checksum are numbered without a gap, or it is 500 [multipart/gapless]', () => {
    const world = createBucketWorld(undefined, SMALL);
    const upload = begin(world, { ChecksumAlgorithm: 'SHA256' });
    const Parts = [part(world, upload, 1, 'one'), part(world, upload, 3, 'three')];
    expect(world.s3Refuses('CompleteMultipartUpload', complete(upload, Parts)).status).toBe(500);
  });

  it('a part is told with its own checksum [multipart/part-checksum]', () => {
    const world = createBucketWorld(undefined, SMALL);
    const upload = begin(world, { ChecksumAlgorithm: 'SHA256' });
    const Parts = digits(world, upload);
    const of = (text: string) => sha(text).toString('base64');
    expect(world.s3('ListParts', upload).Parts).toMatchObject([
      { ChecksumSHA256: of('12345') },
      { ChecksumSHA256: of('6789') },
    ]);
    world.s3('CompleteMultipartUpload', complete(upload, Parts));
    expect(shown(world, 2)).toMatchObject({ ChecksumSHA256: of('6789'), PartsCount: 2 });
    put(world, 'whole', '123456789');
    const one = { Bucket: BUCKET, Key: 'whole', PartNumber: 1, ChecksumMode: 'ENABLED' as const };
    expect(world.s3('HeadObject', one)).toMatchObject({ ChecksumCRC64NVME: CRC64NVME });
    expect(world.s3('HeadObject', one)).not.toHaveProperty('PartsCount');
  });

  it('parts are told one by one where they have checksums, in pages [read/attributes-parts]', () => {
    const world = createBucketWorld(undefined, SMALL);
    const upload = begin(world, { ChecksumAlgorithm: 'SHA256' });
    world.s3('CompleteMultipartUpload', complete(upload, digits(world, upload)));
    const ask = { ...OBJECT, ObjectAttributes: ['ObjectParts' as const] };
    const parts = (more: object = {}) =>
      world.s3('GetObjectAttributes', { ...ask, ...more }).ObjectParts;
    expect(parts({ MaxParts: 1 })).toMatchObject({
      TotalPartsCount: 2,
      IsTruncated: true,
      NextPartNumberMarker: '1',
      Parts: [{ PartNumber: 1, Size: 5, ChecksumSHA256: sha('12345').toString('base64') }],
    });
    expect(parts({ PartNumberMarker: '1' })).toMatchObject({
      IsTruncated: false,
      Parts: [{ PartNumber: 2, Size: 4 }],
    });
    const plain = begin(world);
    world.s3('CompleteMultipartUpload', complete(plain, digits(world, plain)));
    expect(parts()).toStrictEqual({ TotalPartsCount: 2 });
  });
});
