import { begin, complete, part, SMALL } from './upload-world.ts';
import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld } from '../world.ts';

describe('uploads under way', () => {
  it('an aborted or finished upload is gone: 404 [multipart/abort]', () => {
    const world = createBucketWorld();
    const aborted = begin(world);
    world.s3('AbortMultipartUpload', aborted);
    expect(world.status()).toBe(204);
    const finished = begin(world);
    const Parts = [part(world, finished, 1, 'x')];
    world.s3('CompleteMultipartUpload', complete(finished, Parts));
    const refusal = { status: 404, code: 'NoSuchUpload' };
    for (const upload of [aborted, finished, { ...begin(world), Key: 'other' }]) {
      expect(world.s3Refuses('AbortMultipartUpload', upload)).toMatchObject(refusal);
      expect(world.s3Refuses('ListParts', upload)).toMatchObject(refusal);
      expect(world.s3Refuses('UploadPart', { ...upload, PartNumber: 1 })).toMatchObject(refusal);
    }
  });

  it('uploads and parts are listed in order, in pages [multipart/list]', () => {
    const world = createBucketWorld(undefined, SMALL);
    const upload = begin(world);
    for (const number of [3, 1, 2]) part(world, upload, number, 'text');
    const first = world.s3('ListParts', { ...upload, MaxParts: 2 });
    expect(first).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '2' });
    const second = world.s3('ListParts', { ...upload, PartNumberMarker: '2' });
    const numbers = [...(first.Parts ?? []), ...(second.Parts ?? [])].map((p) => p.PartNumber);
    expect(numbers).toStrictEqual([1, 2, 3]);
    world.s3('CreateMultipartUpload', { Bucket: BUCKET, Key: 'in/b' });
    const again = world.s3('CreateMultipartUpload', { Bucket: BUCKET, Key: 'a' }).UploadId;
    const all = world.s3('ListMultipartUploads', { Bucket: BUCKET });
    expect(all.KeyMarker).toBe('');
    expect(all.Uploads?.map(({ UploadId }) => UploadId)).toStrictEqual([
      upload.UploadId,
      again,
      expect.any(String),
    ]);
    const behind = { Bucket: BUCKET, KeyMarker: 'a', UploadIdMarker: upload.UploadId };
    expect(
      world.s3('ListMultipartUploads', behind).Uploads?.map(({ UploadId }) => UploadId),
    ).toStrictEqual([again, expect.any(String)]);
    expect(
      world.s3('ListMultipartUploads', { Bucket: BUCKET, KeyMarker: 'a' }).Uploads,
    ).toMatchObject([{ Key: 'in/b' }]);
    world.s3('AbortMultipartUpload', { Bucket: BUCKET, Key: 'a', UploadId: again });
    const uploads = world.s3('ListMultipartUploads', { Bucket: BUCKET, MaxUploads: 1 });
    expect(uploads.Uploads?.map(({ Key }) => Key)).toStrictEqual(['a']);
    const rest = world.s3('ListMultipartUploads', {
      Bucket: BUCKET,
      KeyMarker: uploads.NextKeyMarker,
      UploadIdMarker: uploads.NextUploadIdMarker,
      Delimiter: '/',
    });
    expect(rest).toMatchObject({ Uploads: [], CommonPrefixes: [{ Prefix: 'in/' }] });
  });
});
