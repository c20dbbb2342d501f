import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, put, textOf, type World } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

const setVersioning = (world: World, Status: 'Enabled' | 'Suspended') =>
  world.s3('PutBucketVersioning', { Bucket: BUCKET, VersioningConfiguration: { Status } });

const stackOf = (world: World): readonly (string | undefined)[] => {
  const { Versions = [], DeleteMarkers = [] } = world.s3('ListObjectVersions', { Bucket: BUCKET });
  return [...Versions, ...DeleteMarkers].map(({ VersionId }) => VersionId);
};

describe('deletes', () => {
  it('a delete without version id puts a marker on top and loses nothing [delete/marker]', () => {
    const world = createBucketWorld('Enabled');
    const { VersionId } = put(world, 'a', 'kept');
    const marker = world.s3('DeleteObject', OBJECT);
    expect(world.status()).toBe(204);
    expect(marker).toMatchObject({ DeleteMarker: true });
    expect(marker.VersionId).not.toBe(VersionId);
    expect(textOf(world, 'a', VersionId)).toBe('kept');
    world.s3('DeleteObject', OBJECT);
    expect(stackOf(world)).toHaveLength(3);
  });

  it('a delete by version id removes that version for good, marker or not [delete/version]', () => {
    const world = createBucketWorld('Enabled');
    const one = put(world, 'a', 'one').VersionId;
    const two = put(world, 'a', 'two').VersionId;
    const marker = world.s3('DeleteObject', OBJECT).VersionId;
    expect(world.s3('DeleteObject', { ...OBJECT, VersionId: marker })).toStrictEqual({
      DeleteMarker: true,
      VersionId: marker,
    });
    expect(textOf(world, 'a')).toBe('two');
    expect(world.s3('DeleteObject', { ...OBJECT, VersionId: two })).toStrictEqual({
      VersionId: two,
    });
    expect(textOf(world, 'a')).toBe('one');
    expect(stackOf(world)).toStrictEqual([one]);
  });

  it('without versioning a delete removes the object [delete/unversioned]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    expect(world.s3('DeleteObject', OBJECT)).toStrictEqual({});
    expect(stackOf(world)).toStrictEqual([]);
  });

  it('while suspended a delete puts a null marker in the place of the null version [delete/suspended]', () => {
    const world = createBucketWorld('Enabled');
    const kept = put(world, 'a', 'kept').VersionId;
    setVersioning(world, 'Suspended');
    put(world, 'a', 'null');
    expect(world.s3('DeleteObject', OBJECT)).toStrictEqual({
      DeleteMarker: true,
      VersionId: 'null',
    });
    expect(stackOf(world)).toStrictEqual([kept, 'null']);
    expect(textOf(world, 'a', kept)).toBe('kept');
    expect(world.s3Refuses('HeadObject', OBJECT).status).toBe(404);
  });

  it('deleting what is not there succeeds and tells nobody [delete/nothing]', () => {
    const world = createBucketWorld();
    world.s3('PutBucketNotificationConfiguration', {
      Bucket: BUCKET,
      NotificationConfiguration: { EventBridgeConfiguration: {} },
    });
    expect(world.s3('DeleteObject', OBJECT)).toStrictEqual({});
    expect([world.status(), world.events()]).toStrictEqual([204, []]);
    setVersioning(world, 'Enabled');
    const elsewhere = put(world, 'b').VersionId;
    world.s3('DeleteObject', { ...OBJECT, VersionId: elsewhere });
    expect([world.status(), world.events()]).toStrictEqual([204, []]);
    expect(stackOf(world)).toStrictEqual([elsewhere]);
  });

  it('many deletes are judged one by one, a thousand at most [delete/many]', () => {
    const world = createBucketWorld('Enabled');
    const { VersionId } = put(world, 'a', 'one');
    put(world, 'a', 'two');
    world.stage('DenyRequests', { Bucket: BUCKET, Key: 'no', Operations: ['DeleteObject'] });
    const Objects = [{ Key: 'a', VersionId }, { Key: 'b' }, { Key: 'no' }];
    const output = world.s3('DeleteObjects', { Bucket: BUCKET, Delete: { Objects } });
    expect(output).toMatchObject({
      Deleted: [
        { Key: 'a', VersionId },
        { Key: 'b', DeleteMarker: true, DeleteMarkerVersionId: expect.any(String) },
      ],
      Errors: [{ Key: 'no', Code: 'AccessDenied' }],
    });
    expect(world.events()).toHaveLength(2);
    expect(textOf(world, 'a')).toBe('two');
    const many = Array.from({ length: 1001 }, (_, n) => ({ Key: String(n) }));
    for (const wrong of [many, []]) {
      const input = { Bucket: BUCKET, Delete: { Objects: wrong } };
      expect(world.s3Refuses('DeleteObjects', input).code).toBe('MalformedXML');
    }
    expect(
      world.s3('DeleteObjects', {
        Bucket: BUCKET,
        Delete: { Objects: [{ Key: 'q' }], Quiet: true },
      }),
    ).toStrictEqual({});
  });
});
