import { describe, expect, it } from '@jest/globals';
import { createBucketWorld, put } from '../world.ts';
import { annotate, note, noteNames } from './annotation-world.ts';

describe('names of annotations', () => {
  const statement =
    'names are letters, digits, `_`, `.`, `-`, 512 bytes at most, and do not begin like AWS [annotation/names]';

  it.each(['a', 'Befund_2026-01.v2', 'ärzte', '記録', '-', 'x'.repeat(512)])(
    `${statement}: takes %s`,
    (name) => {
      const world = createBucketWorld();
      put(world, 'a');
      annotate(world, name);
      expect(noteNames(world)).toStrictEqual([name]);
    },
  );

  it.each([
    ['', 'InvalidAnnotationName'],
    [' ', 'InvalidAnnotationName'],
    ['a b', 'InvalidAnnotationName'],
    ['a/b', 'InvalidAnnotationName'],
    ['a\n', 'InvalidAnnotationName'],
    ['aws-note', 'InvalidAnnotationName'],
    ['S3', 'InvalidAnnotationName'],
    ['x'.repeat(513), 'AnnotationNameTooLong'],
    ['ä'.repeat(257), 'AnnotationNameTooLong'],
  ])(`${statement}: refuses %j`, (name, code) => {
    const world = createBucketWorld();
    put(world, 'a');
    expect(world.s3Refuses('PutObjectAnnotation', note(name))).toMatchObject({ status: 400, code });
  });
});
