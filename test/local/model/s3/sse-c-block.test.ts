import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { BUCKET, bytesOf, createBucketWorld, put, type World } from '../world.ts';

const customerKey = (letter: string) => {
  const bytes = Buffer.alloc(32, letter);
  return {
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKey: bytes.toString('base64'),
    SSECustomerKeyMD5: createHash('md5').update(bytes).digest('base64'),
  };
};

const KEY = customerKey('k');

const OBJECT = { Bucket: BUCKET, Key: 'a' };

const block = (world: World, type: 'SSE-C' | 'NONE') =>
  world.s3('PutBucketEncryption', {
    Bucket: BUCKET,
    ServerSideEncryptionConfiguration: {
      Rules: [{ BlockedEncryptionTypes: { EncryptionType: [type] } }],
    },
  });

const worldWithObject = (): World => {
  const world = createBucketWorld();
  block(world, 'NONE');
  put(world, 'a', 'secret', KEY);
  return world;
};

describe('the block of SSE-C', () => {
  it('new buckets block SSE-C: writes that name it are refused with 403 [sse-c/blocked]', () => {
    const world = createBucketWorld();
    put(world, 'source');
    const refusal = { status: 403, code: 'AccessDenied' };
    const input = { ...OBJECT, ...KEY };
    expect(world.s3Refuses('PutObject', input)).toMatchObject(refusal);
    expect(
      world.s3Refuses('CopyObject', { ...input, CopySource: `${BUCKET}/source` }),
    ).toMatchObject(refusal);
    expect(world.s3Refuses('CreateMultipartUpload', input)).toMatchObject(refusal);
  });

  it('`NONE` takes the block away, `SSE-C` puts it back, and reading goes on [sse-c/unblocked]', () => {
    const world = worldWithObject();
    block(world, 'SSE-C');
    expect(world.s3Refuses('PutObject', { ...OBJECT, ...KEY }).status).toBe(403);
    expect(world.s3('GetObject', { ...OBJECT, ...KEY }).Body).toStrictEqual(bytesOf('secret'));
  });
});
