import { begin, complete, OBJECT, part, SMALL } from './upload-world.ts';
import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { BUCKET, createBucketWorld, head, keyArnIn, put, textOf } from '../world.ts';

const md5 = (bytes: string | Uint8Array) => createHash('md5').update(bytes).digest();

const sha = (text: string | Uint8Array) => createHash('sha256').update(text).digest();

describe('uploads in parts', () => {
  it('the object is its parts in order, with a -N ETag and all that Create fixed [multipart/joined]', () => {
    const world = createBucketWorld('Enabled', SMALL);
    const key = keyArnIn(world);
    const upload = begin(world, {
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: key,
      BucketKeyEnabled: true,
      Metadata: { owner: 'payroll' },
      Tagging: 'team=a',
      StorageClass: 'STANDARD_IA',
      ContentType: 'text/plain',
      WebsiteRedirectLocation: '/b',
    });
    const Parts = [part(world, upload, 1, 'one'), part(world, upload, 7, 'seven')];
    const output = world.s3('CompleteMultipartUpload', complete(upload, Parts));
    const fixed = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key, BucketKeyEnabled: true };
    expect(output).toMatchObject({ ...fixed, Bucket: BUCKET, Key: 'a' });
    expect(head(world, 'a')).toMatchObject({
      ...fixed,
      VersionId: output.VersionId,
      Metadata: { owner: 'payroll' },
      TagCount: 1,
      StorageClass: 'STANDARD_IA',
      ContentType: 'text/plain',
      WebsiteRedirectLocation: '/b',
    });
    expect(textOf(world, 'a')).toBe('oneseven');
  });

  it("the object is its parts in order, with a -N ETag and all that Create fixed [multipart/joined]: the ETag is made of the parts'", () => {
    const world = createBucketWorld(undefined, SMALL);
    const upload = begin(world);
    const Parts = [part(world, upload, 1, 'one'), part(world, upload, 2, 'two')];
    expect(Parts[0]?.ETag).toBe(`"${md5('one').toString('hex')}"`);
    const joined = md5(Buffer.concat([md5('one'), md5('two')])).toString('hex');
    expect(world.s3('CompleteMultipartUpload', complete(upload, Parts)).ETag).toBe(`"${joined}-2"`);
  });

  it('parts that are missing, changed, out of order or small are refused with 400 [multipart/part-list]', () => {
    const world = createBucketWorld(undefined, SMALL);
    const upload = begin(world);
    const one = part(world, upload, 1, 'one');
    const two = part(world, upload, 2, '2');
    const three = part(world, upload, 3, 'three');
    const refusal = (Parts: readonly object[]) =>
      world.s3Refuses('CompleteMultipartUpload', complete(upload, Parts));
    expect(refusal([])).toMatchObject({ status: 400, code: 'MalformedXML' });
    expect(refusal([three, one])).toMatchObject({ status: 400, code: 'InvalidPartOrder' });
    expect(refusal([one, one])).toMatchObject({ status: 400, code: 'InvalidPartOrder' });
    expect(refusal([{ ...one, PartNumber: 9 }])).toMatchObject({
      status: 400,
      code: 'InvalidPart',
    });
    expect(refusal([{ ...one, ETag: '"0"' }])).toMatchObject({ status: 400, code: 'InvalidPart' });
    expect(refusal([one, two, three])).toMatchObject({ status: 400, code: 'EntityTooSmall' });
    world.s3('CompleteMultipartUpload', complete(upload, [one, two]));
    expect(textOf(world, 'a')).toBe('one2');
  });

  it('conditions are asked at the end [multipart/condition]', () => {
    const world = createBucketWorld(undefined, SMALL);
    const upload = begin(world);
    const Parts = [part(world, upload, 1, 'mine')];
    put(world, 'a', 'theirs');
    const input = complete(upload, Parts, { IfNoneMatch: '*' });
    expect(world.s3Refuses('CompleteMultipartUpload', input).status).toBe(412);
    expect(textOf(world, 'a')).toBe('theirs');
    world.s3('DeleteObject', OBJECT);
    world.s3('CompleteMultipartUpload', input);
    expect(textOf(world, 'a')).toBe('mine');
  });

  it('a wrong object size is refused with 400 [multipart/size]', () => {
    const world = createBucketWorld();
    const upload = begin(world);
    const Parts = [part(world, upload, 1, 'four')];
    const wrong = complete(upload, Parts, { MpuObjectSize: 5 });
    expect(world.s3Refuses('CompleteMultipartUpload', wrong)).toMatchObject({
      status: 400,
      code: 'InvalidRequest',
    });
    world.s3('CompleteMultipartUpload', complete(upload, Parts, { MpuObjectSize: 4 }));
    expect(head(world, 'a').ContentLength).toBe(4);
  });

  it('a declared checksum is asked for part by part and joined [multipart/checksum]', () => {
    const world = createBucketWorld(undefined, SMALL);
    const upload = begin(world, { ChecksumAlgorithm: 'SHA256' });
    const Parts = [part(world, upload, 1, 'one'), part(world, upload, 2, 'two')];
    expect(Parts[0]?.ChecksumSHA256).toBe(sha('one').toString('base64'));
    const bare = Parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag }));
    expect(world.s3Refuses('CompleteMultipartUpload', complete(upload, bare))).toMatchObject({
      status: 400,
      code: 'InvalidRequest',
    });
    world.s3('CompleteMultipartUpload', complete(upload, Parts));
    const joined = sha(Buffer.concat([sha('one'), sha('two')])).toString('base64');
    expect(world.s3('HeadObject', { ...OBJECT, ChecksumMode: 'ENABLED' })).toMatchObject({
      ChecksumSHA256: `${joined}-2`,
      ChecksumType: 'COMPOSITE',
    });
  });
});
