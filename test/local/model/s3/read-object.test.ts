import { describe, expect, it } from '@jest/globals';
import {
  BUCKET,
  bytesOf,
  createBucketWorld,
  createWorld,
  head,
  NOW,
  put,
  textOf,
  type World,
} from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

const rangeOf = (world: World, Range: string) => {
  const { Body, ContentRange, ContentLength } = world.s3('GetObject', { ...OBJECT, Range });
  return [world.status(), new TextDecoder().decode(Body), ContentRange, ContentLength];
};

const withParts = (world: World, ...texts: readonly string[]) => {
  const { UploadId } = world.s3('CreateMultipartUpload', OBJECT);
  const Parts = texts.map((text, index) => {
    const PartNumber = index + 1;
    const input = { ...OBJECT, UploadId, PartNumber, Body: bytesOf(text) };
    return { PartNumber, ETag: world.s3('UploadPart', input).ETag };
  });
  world.s3('CompleteMultipartUpload', { ...OBJECT, UploadId, MultipartUpload: { Parts } });
};

describe('reading', () => {
  it('GET and HEAD tell metadata, class, tag count and lock [read/whole]', () => {
    const world = createWorld();
    world.s3('CreateBucket', { Bucket: BUCKET, ObjectLockEnabledForBucket: true });
    const until = new Date(NOW + 86_400_000);
    put(world, 'a', 'hello', {
      Metadata: { Owner: 'payroll' },
      ContentType: 'text/csv',
      CacheControl: 'no-store',
      Expires: until,
      StorageClass: 'STANDARD_IA',
      Tagging: 'team=a',
      ObjectLockMode: 'COMPLIANCE',
      ObjectLockRetainUntilDate: until,
      ObjectLockLegalHoldStatus: 'OFF',
      WebsiteRedirectLocation: '/b',
    });
    const told = {
      AcceptRanges: 'bytes',
      ContentLength: 5,
      ContentType: 'text/csv',
      CacheControl: 'no-store',
      Expires: until,
      LastModified: new Date(NOW + 2000),
      Metadata: { owner: 'payroll' },
      StorageClass: 'STANDARD_IA',
      TagCount: 1,
      ObjectLockMode: 'COMPLIANCE',
      ObjectLockRetainUntilDate: until,
      ObjectLockLegalHoldStatus: 'OFF',
      WebsiteRedirectLocation: '/b',
    };
    expect(head(world, 'a')).toMatchObject(told);
    expect(world.s3('GetObject', OBJECT)).toMatchObject({ ...told, Body: bytesOf('hello') });
  });

  it('one range is served with 206, one outside is 416, anything else is ignored [read/range]', () => {
    const world = createBucketWorld();
    put(world, 'a', '0123456789');
    expect(rangeOf(world, 'bytes=2-4')).toStrictEqual([206, '234', 'bytes 2-4/10', 3]);
    expect(rangeOf(world, 'bytes=8-')).toStrictEqual([206, '89', 'bytes 8-9/10', 2]);
    expect(rangeOf(world, 'bytes=-3')).toStrictEqual([206, '789', 'bytes 7-9/10', 3]);
    expect(rangeOf(world, 'bytes=5-100')).toStrictEqual([206, '56789', 'bytes 5-9/10', 5]);
    for (const ignored of ['bytes=4-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-']) {
      expect(rangeOf(world, ignored)).toStrictEqual([200, '0123456789', undefined, 10]);
    }
    expect(world.s3Refuses('GetObject', { ...OBJECT, Range: 'bytes=10-' })).toMatchObject({
      status: 416,
      code: 'InvalidRange',
    });
    expect(world.s3('HeadObject', { ...OBJECT, Range: 'bytes=0-0' }).ContentLength).toBe(1);
  });

  it('a part is served by its number with the count of parts, others are 416 [read/part-number]', () => {
    const world = createBucketWorld(undefined, { limits: { minPartBytes: 1 } });
    withParts(world, 'one', 'two!', 'x');
    const second = world.s3('GetObject', { ...OBJECT, PartNumber: 2 });
    expect(second).toMatchObject({
      Body: bytesOf('two!'),
      ContentRange: 'bytes 3-6/8',
      PartsCount: 3,
    });
    expect(world.s3('HeadObject', { ...OBJECT, PartNumber: 1 })).toMatchObject({
      ContentLength: 3,
      PartsCount: 3,
    });
    expect(world.s3Refuses('GetObject', { ...OBJECT, PartNumber: 4 }).status).toBe(416);
    put(world, 'a', 'single');
    const only = world.s3('HeadObject', { ...OBJECT, PartNumber: 1 });
    expect(only.ContentLength).toBe(6);
    expect(only).not.toHaveProperty('PartsCount');
    expect(world.s3Refuses('HeadObject', { ...OBJECT, PartNumber: 2 }).status).toBe(416);
  });

  it.each(['GLACIER', 'DEEP_ARCHIVE'] as const)(
    'GET of an archived object is refused with 403; HEAD is not [read/archived]: %s',
    (StorageClass) => {
      const world = createBucketWorld();
      put(world, 'a', 'x', { StorageClass });
      expect(head(world, 'a').StorageClass).toBe(StorageClass);
      expect(world.s3Refuses('GetObject', OBJECT)).toMatchObject({
        status: 403,
        code: 'InvalidObjectState',
      });
    },
  );

  it("GET of an archived object is refused with 403; HEAD is not [read/archived]: Intelligent-Tiering's archive tiers", () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { StorageClass: 'INTELLIGENT_TIERING' });
    expect(textOf(world, 'a')).toBe('x');
    const moved = { StorageClass: 'INTELLIGENT_TIERING', ArchiveStatus: 'ARCHIVE_ACCESS' } as const;
    world.stage('TransitionObject', { ...OBJECT, ...moved });
    expect(head(world, 'a')).toMatchObject(moved);
    expect(world.s3Refuses('GetObject', OBJECT).status).toBe(403);
  });

  it('attributes are those asked for, the ETag without quotes, no encryption [read/attributes]', () => {
    const world = createBucketWorld(undefined, { limits: { minPartBytes: 1 } });
    withParts(world, 'one', 'two');
    const output = world.s3('GetObjectAttributes', {
      ...OBJECT,
      ObjectAttributes: ['ETag', 'ObjectSize', 'StorageClass', 'ObjectParts', 'Checksum'],
    });
    expect(output).toMatchObject({
      ObjectSize: 6,
      StorageClass: 'STANDARD',
      ObjectParts: { TotalPartsCount: 2 },
    });
    expect(output.ETag).toMatch(/^[0-9a-f]{32}-2$/);
    expect(output).not.toHaveProperty('ServerSideEncryption');
    expect(
      world.s3('GetObjectAttributes', { ...OBJECT, ObjectAttributes: ['ObjectSize'] }),
    ).not.toHaveProperty('ETag');
  });
});
