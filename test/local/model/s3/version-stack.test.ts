import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, head, put, textOf, type World } from '../world.ts';

const setVersioning = (world: World, Status: 'Enabled' | 'Suspended') =>
  world.s3('PutBucketVersioning', { Bucket: BUCKET, VersioningConfiguration: { Status } });

const stackOf = (world: World): readonly (string | undefined)[] => {
  const { Versions = [], DeleteMarkers = [] } = world.s3('ListObjectVersions', { Bucket: BUCKET });
  return [...Versions, ...DeleteMarkers].map(({ VersionId }) => VersionId);
};

describe('writes', () => {
  it('without versioning a write replaces the object and no version id is shown [version/never]', () => {
    const world = createBucketWorld();
    expect(put(world, 'a', 'one')).not.toHaveProperty('VersionId');
    put(world, 'a', 'two');
    expect(head(world, 'a')).not.toHaveProperty('VersionId');
    expect(stackOf(world)).toStrictEqual(['null']);
    expect(textOf(world, 'a')).toBe('two');
    expect(textOf(world, 'a', 'null')).toBe('two');
  });

  it('with versioning every write adds a version under an id of its own [version/enabled]', () => {
    const world = createBucketWorld('Enabled');
    const one = put(world, 'a', 'one').VersionId;
    const two = put(world, 'a', 'two').VersionId;
    expect(one).not.toBe(two);
    expect(stackOf(world)).toStrictEqual([two, one]);
    expect(head(world, 'a').VersionId).toBe(two);
    expect([textOf(world, 'a'), textOf(world, 'a', one)]).toStrictEqual(['two', 'one']);
  });

  it('what was there before versioning stays as the null version [version/null-stays]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'before');
    setVersioning(world, 'Enabled');
    expect(head(world, 'a').VersionId).toBe('null');
    const { VersionId } = put(world, 'a', 'after');
    expect(stackOf(world)).toStrictEqual([VersionId, 'null']);
    expect(textOf(world, 'a', 'null')).toBe('before');
  });

  it('while suspended a write replaces the null version and no other [version/suspended]', () => {
    const world = createBucketWorld('Enabled');
    const kept = put(world, 'a', 'kept').VersionId;
    setVersioning(world, 'Suspended');
    expect(put(world, 'a', 'one').VersionId).toBe('null');
    put(world, 'a', 'two');
    expect(stackOf(world)).toStrictEqual(['null', kept]);
    expect([textOf(world, 'a'), textOf(world, 'a', kept)]).toStrictEqual(['two', 'kept']);
  });
});
