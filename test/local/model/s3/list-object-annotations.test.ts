import { describe, expect, it } from '@jest/globals';
import { createBucketWorld, put } from '../world.ts';
import { annotate, noteNames, OBJECT } from './annotation-world.ts';

describe('lists of annotations', () => {
  it('annotations are listed by prefix, in pages of a thousand at most [annotation/list]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    for (const name of ['b-1', 'a-2', 'b-2', 'a-1', 'b-3']) annotate(world, name, name);
    const first = world.s3('ListObjectAnnotations', {
      ...OBJECT,
      AnnotationPrefix: 'b-',
      MaxAnnotationResults: 2,
    });
    expect(first).toMatchObject({
      Annotations: [
        { AnnotationName: 'b-1', Size: 3 },
        { AnnotationName: 'b-2', Size: 3 },
      ],
      AnnotationCount: 2,
      MaxAnnotationResults: 2,
      AnnotationPrefix: 'b-',
    });
    const second = world.s3('ListObjectAnnotations', {
      ...OBJECT,
      AnnotationPrefix: 'b-',
      ContinuationToken: first.NextContinuationToken,
    });
    expect(second).toMatchObject({ Annotations: [{ AnnotationName: 'b-3' }], AnnotationCount: 1 });
    expect(second).not.toHaveProperty('NextContinuationToken');
    for (const MaxAnnotationResults of [0, 1001])
      expect(
        world.s3Refuses('ListObjectAnnotations', { ...OBJECT, MaxAnnotationResults }),
      ).toMatchObject({ status: 400 });
  });

  it('annotations are listed in the order of their names [annotation/order]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    for (const name of ['ä', 'b', 'B', '10', '9']) annotate(world, name);
    expect(noteNames(world)).toStrictEqual(['10', '9', 'B', 'b', 'ä']);
  });
});
