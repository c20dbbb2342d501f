import type { Operations } from '../../../../local/model/call.ts';
import { BUCKET, bytesOf, type World } from '../world.ts';

export const OBJECT = { Bucket: BUCKET, Key: 'a' };

type Put = Partial<Operations['s3']['PutObjectAnnotation']['input']>;

export const note = (AnnotationName: string, text = 'seen', more: Put = {}) => ({
  ...OBJECT,
  AnnotationName,
  AnnotationPayload: bytesOf(text),
  ...more,
});

export const annotate = (world: World, name: string, text?: string, more?: Put) =>
  world.s3('PutObjectAnnotation', note(name, text, more));

export const noteText = (world: World, AnnotationName: string, more: object = {}): string => {
  const { AnnotationPayload } = world.s3('GetObjectAnnotation', {
    ...OBJECT,
    AnnotationName,
    ...more,
  });
  return new TextDecoder().decode(AnnotationPayload);
};

export const noteNames = (world: World, more: object = {}): readonly string[] =>
  (world.s3('ListObjectAnnotations', { ...OBJECT, ...more }).Annotations ?? []).map(
    ({ AnnotationName }) => AnnotationName ?? '',
  );
