import type { World } from '../world/world.ts';
import { bodyOf, type PutInput, toUpload, type Upload } from './upload.ts';

/**
 * An object and its annotations within one tick. S3 takes annotations only of an object that is there, but by the time
 * that a second request had arrived this one would have been moved away.
 */
export const putAnnotated = (
  { model, ...world }: World,
  Bucket: string,
  Key: string,
  annotations: Readonly<Record<string, string>>,
  input: PutInput = {},
): Upload => {
  const Body = bodyOf(Key);
  const put = model.apply<'s3', 'PutObject'>({
    service: 's3',
    name: 'PutObject',
    input: { Bucket, Key, Body, ...input },
  });
  if (put.kind === 'error') throw new Error(`${put.code}: ${put.message}`);
  for (const [AnnotationName, text] of Object.entries(annotations)) {
    const noted = model.apply<'s3', 'PutObjectAnnotation'>({
      service: 's3',
      name: 'PutObjectAnnotation',
      input: { Bucket, Key, AnnotationName, AnnotationPayload: Buffer.from(text) },
    });
    if (noted.kind === 'error') throw new Error(`${noted.code}: ${noted.message}`);
  }
  return toUpload({ model, ...world }, Bucket, Key, put.output.VersionId, Body);
};
