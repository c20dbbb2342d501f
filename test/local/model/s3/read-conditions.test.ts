import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, NOW, put } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

const past = new Date(NOW - 86_400_000);

const future = new Date(NOW + 86_400_000);

describe('reads', () => {
  it.each([
    ['another ETag', { IfMatch: '"0"' }, 412],
    ['changed since', { IfUnmodifiedSince: past }, 412],
    ['the same ETag', { IfNoneMatch: '*' }, 304],
    ['not changed since', { IfModifiedSince: future }, 304],
    ['the same ETag, whatever the date', { IfNoneMatch: '*', IfModifiedSince: past }, 304],
    ['another ETag first', { IfMatch: '"0"', IfNoneMatch: '*' }, 412],
  ] as const)(
    'reads answer 412 or 304 by ETag first, by date where no ETag is named [condition/reads]: %s',
    (_title, conditions, status) => {
      const world = createBucketWorld();
      put(world, 'a');
      const input = { ...OBJECT, ...conditions };
      expect(world.s3Refuses('GetObject', input).status).toBe(status);
      expect(world.s3Refuses('HeadObject', input).status).toBe(status);
    },
  );

  it('reads answer 412 or 304 by ETag first, by date where no ETag is named [condition/reads]: a matching ETag silences the date', () => {
    const world = createBucketWorld();
    const { ETag } = put(world, 'a');
    const input = { ...OBJECT, IfMatch: ETag, IfUnmodifiedSince: past };
    expect(world.s3('HeadObject', input).ETag).toBe(ETag);
  });
});
