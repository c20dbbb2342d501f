import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, put } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

describe('deletes', () => {
  it('If-Match deletes only that ETag: 412 for another or a marker, 404 for none [condition/delete]', () => {
    const world = createBucketWorld('Enabled');
    expect(world.s3Refuses('DeleteObject', { ...OBJECT, IfMatch: '*' }).status).toBe(404);
    const { ETag } = put(world, 'a');
    expect(world.s3Refuses('DeleteObject', { ...OBJECT, IfMatch: '"0"' })).toMatchObject({
      status: 412,
      code: 'PreconditionFailed',
    });
    world.s3('DeleteObject', { ...OBJECT, IfMatch: ETag });
    expect(world.s3Refuses('DeleteObject', { ...OBJECT, IfMatch: '*' }).status).toBe(412);
  });

  it('If-Match deletes only that ETag: 412 for another or a marker, 404 for none [condition/delete]: also key by key', () => {
    const world = createBucketWorld();
    const { ETag } = put(world, 'a');
    put(world, 'b');
    const Objects = [
      { Key: 'a', ETag },
      { Key: 'b', ETag: '"0"' },
    ];
    expect(world.s3('DeleteObjects', { Bucket: BUCKET, Delete: { Objects } })).toMatchObject({
      Deleted: [{ Key: 'a' }],
      Errors: [{ Key: 'b', Code: 'PreconditionFailed' }],
    });
  });

  it('a condition on a delete by version id looks at the current version [condition/delete-version]', () => {
    const world = createBucketWorld('Enabled');
    const first = put(world, 'a', 'one');
    const second = put(world, 'a', 'two');
    const old = { ...OBJECT, VersionId: first.VersionId };
    expect(world.s3Refuses('DeleteObject', { ...old, IfMatch: first.ETag }).status).toBe(412);
    world.s3('DeleteObject', { ...old, IfMatch: second.ETag });
    expect(world.status()).toBe(204);
    expect(world.s3('ListObjectVersions', { Bucket: BUCKET }).Versions).toHaveLength(1);
  });
});
