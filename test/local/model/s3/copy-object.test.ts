import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import {
  BUCKET,
  bytesOf,
  createBucketWorld,
  createWorld,
  head,
  keyArnIn,
  NOW,
  put,
  type World,
} from '../world.ts';
import { begin, complete, part, SMALL } from './upload-world.ts';

const copy = { Bucket: BUCKET, Key: 'copy', CopySource: `${BUCKET}/a` };

const tagsOf = (world: World, key: string) =>
  world.s3('GetObjectTagging', { Bucket: BUCKET, Key: key }).TagSet;

describe('what a copy carries over', () => {
  it('metadata is copied, or with REPLACE taken from the request alone [copy/metadata]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { Metadata: { Owner: 'payroll' }, ContentType: 'text/csv' });
    for (const name of ['MetadataDirective', 'TaggingDirective']) {
      expect(world.s3Refuses('CopyObject', { ...copy, [name]: 'MERGE' })).toMatchObject({
        status: 400,
        code: 'InvalidArgument',
      });
    }
    world.s3('CopyObject', { ...copy, Metadata: { ignored: 'yes' } });
    expect(head(world, 'copy')).toMatchObject({
      Metadata: { owner: 'payroll' },
      ContentType: 'text/csv',
    });
    world.s3('CopyObject', { ...copy, MetadataDirective: 'REPLACE', Metadata: { fresh: 'yes' } });
    expect(head(world, 'copy')).toMatchObject({
      Metadata: { fresh: 'yes' },
      ContentType: 'binary/octet-stream',
    });
  });

  it('tags are copied, or with REPLACE taken from the request alone [copy/tags]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { Tagging: 'team=a' });
    world.s3('CopyObject', copy);
    expect(tagsOf(world, 'copy')).toStrictEqual([{ Key: 'team', Value: 'a' }]);
    world.s3('CopyObject', { ...copy, TaggingDirective: 'REPLACE', Tagging: 'new=b' });
    expect(tagsOf(world, 'copy')).toStrictEqual([{ Key: 'new', Value: 'b' }]);
  });

  it('a copy of a tagged object is refused with 403 where its tags may not be read [copy/tags-denied]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { Tagging: 'team=a' });
    world.stage('DenyRequests', { Bucket: BUCKET, Key: 'a', Operations: ['GetObjectTagging'] });
    expect(world.s3Refuses('CopyObject', copy)).toMatchObject({ status: 403 });
    world.s3('CopyObject', { ...copy, TaggingDirective: 'REPLACE' });
    expect(tagsOf(world, 'copy')).toStrictEqual([]);
  });

  it('ACL, storage class, redirect and lock are not copied [copy/not-copied]', () => {
    const world = createWorld();
    world.s3('CreateBucket', {
      Bucket: BUCKET,
      ObjectLockEnabledForBucket: true,
      ObjectOwnership: 'ObjectWriter',
    });
    put(world, 'a', 'x', {
      ACL: 'public-read',
      StorageClass: 'STANDARD_IA',
      WebsiteRedirectLocation: '/b',
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: new Date(NOW + 86_400_000),
      ObjectLockLegalHoldStatus: 'ON',
    });
    world.s3('CopyObject', copy);
    const copied = head(world, 'copy');
    for (const member of [
      'StorageClass',
      'WebsiteRedirectLocation',
      'ObjectLockMode',
      'ObjectLockRetainUntilDate',
      'ObjectLockLegalHoldStatus',
    ]) {
      expect(copied).not.toHaveProperty(member);
      expect(head(world, 'a')).toHaveProperty(member);
    }
    expect(world.s3('GetObjectAcl', { Bucket: BUCKET, Key: 'a' }).Grants).toHaveLength(2);
    expect(world.s3('GetObjectAcl', { Bucket: BUCKET, Key: 'copy' }).Grants).toHaveLength(1);
  });

  it('the encryption is the bucket default of the target, or what the request names [copy/encryption]', () => {
    const world = createBucketWorld();
    const key = keyArnIn(world);
    put(world, 'a', 'x', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key });
    expect(world.s3('CopyObject', copy)).toMatchObject({ ServerSideEncryption: 'AES256' });
    const kms = {
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: key,
      BucketKeyEnabled: true,
    } as const;
    expect(world.s3('CopyObject', { ...copy, ...kms })).toMatchObject(kms);
    expect(head(world, 'copy')).toMatchObject(kms);
  });

  it('the checksum is carried over, or made anew with another algorithm [copy/checksum]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { ChecksumAlgorithm: 'SHA256' });
    const sha256 = createHash('sha256').update('x').digest('base64');
    const sha1 = createHash('sha1').update('x').digest('base64');
    expect(world.s3('CopyObject', copy).CopyObjectResult).toMatchObject({ ChecksumSHA256: sha256 });
    expect(
      world.s3('CopyObject', { ...copy, ChecksumAlgorithm: 'SHA1' }).CopyObjectResult,
    ).toMatchObject({ ChecksumSHA1: sha1 });
  });

  it('a checksum algorithm that is none is refused with 400 [copy/unknown-algorithm]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const wanted = { ...copy, ChecksumAlgorithm: 'ADLER32' } as unknown as typeof copy;
    expect(world.s3Refuses('CopyObject', wanted)).toMatchObject({ status: 400 });
  });

  it('a composite checksum becomes one of the whole [copy/checksum-whole]', () => {
    const world = createBucketWorld(undefined, SMALL);
    const upload = begin(world, { ChecksumAlgorithm: 'SHA256' });
    const Parts = [part(world, upload, 1, 'one'), part(world, upload, 2, 'two')];
    world.s3('CompleteMultipartUpload', complete(upload, Parts));
    world.s3('CopyObject', copy);
    const asked = { Bucket: BUCKET, Key: 'copy', ChecksumMode: 'ENABLED' as const };
    expect(world.s3('HeadObject', asked)).toMatchObject({
      ChecksumSHA256: createHash('sha256').update('onetwo').digest('base64'),
      ChecksumType: 'FULL_OBJECT',
    });
  });

  it('a copy of what has no checksum gets CRC64NVME [copy/checksum-added]', () => {
    const world = createBucketWorld();
    world.stage('PutUnencryptedObject', { Bucket: BUCKET, Key: 'a', Body: bytesOf('123456789') });
    expect(world.s3('CopyObject', copy).CopyObjectResult).toMatchObject({
      ChecksumCRC64NVME: 'rosUhgp5mIg=',
    });
  });

  it('ACL, class, redirect and lock of a copy are those that the request names [copy/said-again]', () => {
    const world = createWorld();
    world.s3('CreateBucket', {
      Bucket: BUCKET,
      ObjectLockEnabledForBucket: true,
      ObjectOwnership: 'ObjectWriter',
    });
    put(world, 'a');
    const said = {
      StorageClass: 'STANDARD_IA',
      WebsiteRedirectLocation: '/b',
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: new Date(NOW + 86_400_000),
      ObjectLockLegalHoldStatus: 'ON',
    } as const;
    world.s3('CopyObject', { ...copy, ...said, GrantRead: `id="${'ab'.repeat(32)}"` });
    expect(head(world, 'copy')).toMatchObject(said);
    expect(world.s3('GetObjectAcl', { Bucket: BUCKET, Key: 'copy' }).Grants).toStrictEqual([
      { Grantee: { Type: 'CanonicalUser', ID: 'ab'.repeat(32) }, Permission: 'READ' },
    ]);
  });

  it('the copy of a multipart object is in one part [copy/multipart-structure]', () => {
    const world = createBucketWorld();
    const upload = { Bucket: BUCKET, Key: 'a' };
    const { UploadId } = world.s3('CreateMultipartUpload', upload);
    const { ETag } = world.s3('UploadPart', {
      ...upload,
      UploadId,
      PartNumber: 1,
      Body: bytesOf('x'),
    });
    const Parts = [{ PartNumber: 1, ETag }];
    world.s3('CompleteMultipartUpload', { ...upload, UploadId, MultipartUpload: { Parts } });
    world.s3('CopyObject', copy);
    expect(head(world, 'a').ETag).toMatch(/-1"$/);
    expect(head(world, 'copy').ETag).toBe(`"${createHash('md5').update('x').digest('hex')}"`);
  });
});
