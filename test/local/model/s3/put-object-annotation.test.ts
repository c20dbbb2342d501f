import { describe, expect, it } from '@jest/globals';
import {
  BUCKET,
  bytesOf,
  createBucketWorld,
  createWorld,
  head,
  keyArnIn,
  NOW,
  put,
} from '../world.ts';
import { annotate, note, noteNames, noteText, OBJECT } from './annotation-world.ts';
import { worldWithObject } from './sse-c-world.ts';

const CRC64NVME = 'rosUhgp5mIg='; // of "123456789"

describe('annotations', () => {
  it('an annotation is read back as it was put, and a later one of its name replaces it [annotation/round-trip]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    expect(annotate(world, 'label', '{"cat":"ü"}')).toMatchObject({
      Key: 'a',
      AnnotationName: 'label',
      ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/) as unknown,
    });
    expect(noteText(world, 'label')).toBe('{"cat":"ü"}');
    annotate(world, 'label', 'dog');
    expect(noteText(world, 'label')).toBe('dog');
    expect(noteNames(world)).toStrictEqual(['label']);
  });

  it('what is no UTF-8 is refused with 415 [annotation/payload]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const bad = { ...note('n'), AnnotationPayload: Uint8Array.of(0xff) };
    const refusal = { status: 415, code: 'UnsupportedMediaType' };
    expect(world.s3Refuses('PutObjectAnnotation', bad)).toMatchObject(refusal);
  });

  it('an empty payload and one above 1 MiB are refused with 400 [annotation/payload-size]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const most = 1024 ** 2;
    annotate(world, 'n', 'x'.repeat(most));
    for (const text of ['', 'x'.repeat(most + 1)])
      expect(world.s3Refuses('PutObjectAnnotation', note('n', text))).toMatchObject({
        status: 400,
      });
  });

  it('an object version has a thousand annotations at most [annotation/limit]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    for (let i = 0; i < 1000; i += 1) annotate(world, `n${i}`);
    const refusal = { status: 400, code: 'AnnotationLimitExceeded' };
    expect(world.s3Refuses('PutObjectAnnotation', note('one-more'))).toMatchObject(refusal);
    annotate(world, 'n0', 'instead of the first');
    expect(noteText(world, 'n0')).toBe('instead of the first');
  });

  it('SSE-C objects take no annotations: 400 [annotation/sse-c]', () => {
    const world = worldWithObject();
    const refusal = { status: 400, code: 'InvalidRequest' };
    expect(world.s3Refuses('PutObjectAnnotation', note('n'))).toMatchObject(refusal);
  });

  it('the condition is the ETag of the object: 412 for another [annotation/condition]', () => {
    const world = createBucketWorld();
    const { ETag } = put(world, 'a');
    annotate(world, 'n', 'x', { ObjectIfMatch: ETag });
    const other = { ObjectIfMatch: '"0"' };
    const refusal = { status: 412, code: 'PreconditionFailed' };
    expect(world.s3Refuses('PutObjectAnnotation', note('n', 'y', other))).toMatchObject(refusal);
    expect(world.s3Refuses('DeleteObjectAnnotation', { ...note('n'), ...other })).toMatchObject(
      refusal,
    );
    expect(noteText(world, 'n')).toBe('x');
  });

  it('annotations belong to one version, and go with it [annotation/versions]', () => {
    const world = createBucketWorld('Enabled');
    const first = put(world, 'a', 'one').VersionId;
    annotate(world, 'n', 'of the first');
    const second = put(world, 'a', 'two').VersionId;
    expect(noteNames(world)).toStrictEqual([]);
    expect(annotate(world, 'm', 'of the first too', { VersionId: first })).toMatchObject({
      ObjectVersionId: first,
    });
    expect(noteNames(world, { VersionId: first })).toStrictEqual(['m', 'n']);
    expect(noteNames(world, { VersionId: second })).toStrictEqual([]);
    world.s3('DeleteObject', OBJECT);
    expect(noteText(world, 'n', { VersionId: first })).toBe('of the first');
    expect(world.s3Refuses('ListObjectAnnotations', OBJECT)).toMatchObject({ status: 404 });
    world.s3('DeleteObject', { ...OBJECT, VersionId: first });
    expect(world.s3Refuses('ListObjectAnnotations', { ...OBJECT, VersionId: first })).toMatchObject(
      { code: 'NoSuchVersion' },
    );
  });

  it('annotating changes neither ETag nor age of the object [annotation/leaves-object]', () => {
    const world = createBucketWorld('Enabled');
    put(world, 'a');
    const before = head(world, 'a');
    annotate(world, 'n');
    world.s3('DeleteObjectAnnotation', note('n'));
    expect(head(world, 'a')).toStrictEqual(before);
  });

  it('archived objects are annotated without a restore [annotation/archived]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { StorageClass: 'DEEP_ARCHIVE' });
    annotate(world, 'n', 'cold');
    expect(noteText(world, 'n')).toBe('cold');
  });

  it('an annotation has a checksum of its own, CRC64NVME where none is named [annotation/checksum]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    expect(annotate(world, 'n', '123456789')).toMatchObject({ ChecksumCRC64NVME: CRC64NVME });
    annotate(world, 'm', '123456789', { ChecksumAlgorithm: 'SHA1' });
    const ChecksumMode = 'ENABLED' as const;
    const asked = { ...note('n'), ChecksumMode };
    expect(world.s3('GetObjectAnnotation', asked)).toMatchObject({ ChecksumCRC64NVME: CRC64NVME });
    expect(world.s3('GetObjectAnnotation', note('n'))).not.toHaveProperty('ChecksumType');
    const wrong = { ChecksumSHA1: 'AAAA' };
    expect(world.s3Refuses('PutObjectAnnotation', note('n', 'x', wrong))).toMatchObject({
      code: 'BadDigest',
    });
    expect(
      world.s3('ListObjectAnnotations', OBJECT).Annotations?.map((one) => one.ChecksumAlgorithm),
    ).toStrictEqual([['SHA1'], ['CRC64NVME']]);
  });

  it('annotations are encrypted as their object is, or with SSE-S3 [annotation/encryption]', () => {
    const world = createBucketWorld();
    const SSEKMSKeyId = keyArnIn(world);
    put(world, 'a', 'x', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId });
    expect(annotate(world, 'n')).toMatchObject({ ServerSideEncryption: 'aws:kms' });
    world.stage('PutUnencryptedObject', { ...OBJECT, Body: bytesOf('old') });
    expect(annotate(world, 'n')).toMatchObject({ ServerSideEncryption: 'AES256' });
  });

  it('writing and reading an annotation needs the KMS key of its object [annotation/needs-key]', () => {
    const world = createBucketWorld();
    const KeyId = keyArnIn(world);
    put(world, 'a', 'x', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: KeyId });
    annotate(world, 'n');
    world.kms('DisableKey', { KeyId });
    const refusal = { status: 400, code: 'KMS.DisabledException' };
    expect(world.s3Refuses('PutObjectAnnotation', note('n'))).toMatchObject(refusal);
    expect(world.s3Refuses('GetObjectAnnotation', note('n'))).toMatchObject(refusal);
    expect(noteNames(world)).toStrictEqual(['n']);
  });

  it('an annotation that is not there is refused with 404 [annotation/missing]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const refusal = { status: 404, code: 'NoSuchAnnotation' };
    expect(world.s3Refuses('GetObjectAnnotation', note('n'))).toMatchObject(refusal);
    expect(world.s3Refuses('DeleteObjectAnnotation', note('n'))).toMatchObject(refusal);
  });

  it('a removed annotation is gone for good [annotation/delete]', () => {
    const world = createBucketWorld('Enabled');
    put(world, 'a');
    annotate(world, 'n');
    annotate(world, 'm');
    world.s3('DeleteObjectAnnotation', note('n'));
    expect(world.status()).toBe(204);
    expect(noteNames(world)).toStrictEqual(['m']);
  });

  it('under Object Lock annotations are not removed: 403 [annotation/locked]', () => {
    const world = createWorld();
    world.s3('CreateBucket', { Bucket: BUCKET, ObjectLockEnabledForBucket: true });
    put(world, 'a', 'x', {
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: new Date(NOW + 86_400_000),
    });
    annotate(world, 'n');
    expect(world.s3Refuses('DeleteObjectAnnotation', note('n'))).toMatchObject({ status: 403 });
    world.pass(2 * 86_400_000);
    world.s3('DeleteObjectAnnotation', note('n'));
    expect(noteNames(world)).toStrictEqual([]);
  });
});
