import { block, KEY, OBJECT, worldWithObject } from './sse-c-world.ts';
import { describe, expect, it } from '@jest/globals';
import { BUCKET, bytesOf, createBucketWorld, put } from '../world.ts';

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
