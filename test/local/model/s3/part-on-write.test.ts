import { begin, complete, OBJECT, part, SMALL } from './upload-world.ts';
import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, keyArnIn, put, textOf } from '../world.ts';

const customerKey = (letter: string) => ({
  SSECustomerAlgorithm: 'AES256',
  SSECustomerKey: Buffer.alloc(32, letter).toString('base64'),
});

describe('parts', () => {
  it('part numbers run from 1 to 10,000 [multipart/part-numbers]', () => {
    const world = createBucketWorld();
    const upload = begin(world);
    for (const PartNumber of [0, 10_001, 1.5]) {
      expect(world.s3Refuses('UploadPart', { ...upload, PartNumber })).toMatchObject({
        status: 400,
        code: 'InvalidArgument',
      });
    }
    expect(part(world, upload, 10_000, 'x').ETag).toBeDefined();
  });

  it('a later part of the same number replaces the earlier [multipart/replaced-part]', () => {
    const world = createBucketWorld();
    const upload = begin(world);
    const old = part(world, upload, 1, 'old');
    const Parts = [part(world, upload, 1, 'new')];
    expect(world.s3Refuses('CompleteMultipartUpload', complete(upload, [old])).code).toBe(
      'InvalidPart',
    );
    world.s3('CompleteMultipartUpload', complete(upload, Parts));
    expect(textOf(world, 'a')).toBe('new');
  });

  it('a part needs the KMS key that Create named to be usable [multipart/part-needs-key]', () => {
    const world = createBucketWorld();
    const key = keyArnIn(world);
    const upload = begin(world, { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key });
    const Parts = [part(world, upload, 1, 'x')];
    world.kms('DisableKey', { KeyId: key });
    const refusal = { status: 400, code: 'KMS.DisabledException' };
    expect(world.s3Refuses('UploadPart', { ...upload, PartNumber: 2 })).toMatchObject(refusal);
    expect(world.s3Refuses('CompleteMultipartUpload', complete(upload, Parts))).toMatchObject(
      refusal,
    );
  });

  it('parts must bring the customer key that Create named, or none [multipart/same-customer-key]', () => {
    const world = createBucketWorld();
    const Rules = [{ BlockedEncryptionTypes: { EncryptionType: ['NONE' as const] } }];
    world.s3('PutBucketEncryption', {
      Bucket: BUCKET,
      ServerSideEncryptionConfiguration: { Rules },
    });
    const upload = { ...begin(world, customerKey('k')), PartNumber: 1 };
    const refusal = { status: 400, code: 'InvalidRequest' };
    expect(world.s3Refuses('UploadPart', upload)).toMatchObject(refusal);
    expect(world.s3Refuses('UploadPart', { ...upload, ...customerKey('x') })).toMatchObject(
      refusal,
    );
    const plain = { ...begin(world), PartNumber: 1, ...customerKey('k') };
    expect(world.s3Refuses('UploadPart', plain)).toMatchObject(refusal);
    const Parts = [part(world, upload, 1, 'x', customerKey('k'))];
    const output = world.s3('CompleteMultipartUpload', complete(upload, Parts));
    expect(output).not.toHaveProperty('SSECustomerAlgorithm');
    expect(world.s3Refuses('HeadObject', OBJECT).status).toBe(400);
  });

  it('a part may be a range of an object, under the conditions of a copy [multipart/part-copy]', () => {
    const world = createBucketWorld(undefined, SMALL);
    const { ETag } = put(world, 'source', '0123456789');
    const upload = begin(world);
    const copy = { ...upload, CopySource: `${BUCKET}/source`, CopySourceIfMatch: ETag };
    const Parts = ['bytes=0-4', 'bytes=5-8', 'bytes=9-9'].map((CopySourceRange, index) => {
      const PartNumber = index + 1;
      const output = world.s3('UploadPartCopy', { ...copy, PartNumber, CopySourceRange });
      return { PartNumber, ETag: output.CopyPartResult?.ETag };
    });
    world.s3('CompleteMultipartUpload', complete(upload, Parts));
    expect(textOf(world, 'a')).toBe('0123456789');
    const stale = { ...copy, PartNumber: 3, CopySourceIfMatch: '"0"' };
    expect(world.s3Refuses('UploadPartCopy', { ...stale, ...begin(world) }).status).toBe(412);
  });

  it.each(['bytes=0-10', 'bytes=5-2', 'bytes=3-', 'bytes=-3', '0-3'])(
    'a range that is malformed or outside the source is refused with 400 [multipart/range]: %s',
    (CopySourceRange) => {
      const world = createBucketWorld(undefined, SMALL);
      put(world, 'source', '0123456789');
      const input = { ...begin(world), PartNumber: 1, CopySource: `${BUCKET}/source` };
      expect(world.s3Refuses('UploadPartCopy', { ...input, CopySourceRange })).toMatchObject({
        status: 400,
        code: 'InvalidArgument',
      });
    },
  );
});
