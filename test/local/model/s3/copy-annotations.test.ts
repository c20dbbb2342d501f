import { describe, expect, it } from '@jest/globals';
import { toEventBridgeEnvelope } from '../../../../local/model/events/event-bridge-envelope.ts';
import { BUCKET, createBucketWorld, put, type World } from '../world.ts';
import { annotate, note, noteNames, noteText, OBJECT } from './annotation-world.ts';

const copy = { Bucket: BUCKET, Key: 'copy', CopySource: `${BUCKET}/a` };

const annotated = (): World => {
  const world = createBucketWorld();
  world.s3('PutBucketNotificationConfiguration', {
    Bucket: BUCKET,
    NotificationConfiguration: { EventBridgeConfiguration: {} },
  });
  put(world, 'a');
  annotate(world, 'n', 'carried', { ChecksumAlgorithm: 'SHA256' });
  return world;
};

const detailOf = (world: World): unknown => {
  const [event] = world.events();
  if (event?.kind !== 's3-event') throw new Error('not an S3 event');
  return toEventBridgeEnvelope(event).detail;
};

describe('annotations and copies', () => {
  it('a copy brings the annotations along, with the checksum that the copy names [annotation/copied]', () => {
    const world = annotated();
    world.s3('CopyObject', copy);
    expect(detailOf(world)).toMatchObject({ object: { 'has-object-annotation': true } });
    expect(noteText(world, 'n', { Key: 'copy' })).toBe('carried');
    const checksums = () =>
      world
        .s3('ListObjectAnnotations', { ...OBJECT, Key: 'copy' })
        .Annotations?.map((one) => one.ChecksumAlgorithm);
    expect(checksums()).toStrictEqual([['SHA256']]);
    world.s3('CopyObject', { ...copy, ChecksumAlgorithm: 'CRC32C' });
    expect(checksums()).toStrictEqual([['CRC32C']]);
    const onto = { ...copy, Key: 'a', MetadataDirective: 'REPLACE' } as const;
    world.s3('CopyObject', onto);
    expect(noteNames(world)).toStrictEqual(['n']);
  });

  it('a copy that excludes annotations has none [annotation/excluded]', () => {
    const world = annotated();
    world.s3('CopyObject', { ...copy, AnnotationDirective: 'EXCLUDE' });
    expect(detailOf(world)).toMatchObject({ object: { 'has-object-annotation': false } });
    expect(noteNames(world, { Key: 'copy' })).toStrictEqual([]);
    const unknown = { ...copy, AnnotationDirective: 'REPLACE' } as unknown as typeof copy;
    expect(world.s3Refuses('CopyObject', unknown)).toMatchObject({ status: 400 });
  });

  it('a copy of an annotated object is refused with 403 where its annotations may not be read [annotation/copy-denied]', () => {
    const world = annotated();
    world.stage('DenyRequests', {
      Bucket: BUCKET,
      Key: 'a',
      Operations: ['GetObjectAnnotation'],
    });
    expect(world.s3Refuses('CopyObject', copy)).toMatchObject({ status: 403 });
    world.s3('CopyObject', { ...copy, AnnotationDirective: 'EXCLUDE' });
    put(world, 'a', 'without');
    world.s3('CopyObject', copy);
    expect(world.status()).toBe(200);
  });

  it('a copy in parts brings no annotations [annotation/multipart-copy]', () => {
    const world = annotated();
    const upload = { Bucket: BUCKET, Key: 'copy' };
    const { UploadId } = world.s3('CreateMultipartUpload', upload);
    const part = { ...upload, UploadId, PartNumber: 1, CopySource: copy.CopySource };
    const ETag = world.s3('UploadPartCopy', part).CopyPartResult?.ETag;
    const Parts = [{ PartNumber: 1, ETag }];
    world.s3('CompleteMultipartUpload', { ...upload, UploadId, MultipartUpload: { Parts } });
    expect(noteNames(world, { Key: 'copy' })).toStrictEqual([]);
  });

  it('annotating and removing are told, with name, size and ETag [annotation/events]', () => {
    const world = annotated();
    const { ETag } = annotate(world, 'n', 'four');
    const event = {
      reason: 'PutObjectAnnotation',
      object: { key: 'a', sequencer: expect.any(String) as unknown },
      'object-annotation': { name: 'n', size: 4, etag: ETag?.replaceAll('"', '') },
    };
    expect(detailOf(world)).toMatchObject(event);
    expect(world.events()).toMatchObject([{ detailType: 'Object Annotation Created' }]);
    world.s3('DeleteObjectAnnotation', note('n'));
    expect(detailOf(world)).toMatchObject({ 'object-annotation': { name: 'n' } });
    expect(world.events()).toMatchObject([{ detailType: 'Object Annotation Removed' }]);
  });
});
