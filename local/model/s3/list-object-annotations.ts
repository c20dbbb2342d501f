// Names, sizes and ETags, never the payloads: no key is needed.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectAnnotations.html status: documented
// That they come in the order of their names, and what the token holds status: assumed
import type * as S3 from '@aws-sdk/client-s3';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { openAnnotated, showAnnotated } from './annotation-scope.ts';
import { quoted } from './etag.ts';
import { MAX_PAGE, takePage } from './page.ts';
import { invalidArgument } from './refusals.ts';
import type { S3Handler } from './scope.ts';
import { compareKeys } from './sorted-keys.ts';
import type { Annotation } from './stored-object.ts';

const showEntry = (annotation: Annotation): S3.AnnotationEntry =>
  withoutUndefined({
    AnnotationName: annotation.name,
    LastModified: new Date(annotation.lastModified),
    ETag: quoted(annotation.etag),
    ChecksumAlgorithm:
      annotation.checksum === undefined ? undefined : [annotation.checksum.algorithm],
    Size: annotation.bytes.length,
  });

export const listObjectAnnotations: S3Handler<'ListObjectAnnotations'> = (scope, input) => {
  const max = input.MaxAnnotationResults ?? MAX_PAGE;
  if (max < 1 || max > MAX_PAGE) {
    return invalidArgument('max-annotation-results must be between 1 and 1000');
  }
  const object = openAnnotated(scope, input);
  if (isRefused(object)) return object;
  const after = Buffer.from(input.ContinuationToken ?? '', 'base64url').toString();
  const names = [...object.annotations.keys()]
    .filter((name) => name.startsWith(input.AnnotationPrefix ?? ''))
    .toSorted(compareKeys)
    .filter((name) => after === '' || compareKeys(name, after) > 0);
  const { page, truncated } = takePage(names, max);
  const output = {
    Annotations: page.flatMap((name) => {
      const annotation = object.annotations.get(name);
      return annotation === undefined ? [] : [showEntry(annotation)];
    }),
    Bucket: scope.bucket.name,
    Key: scope.key,
    ObjectVersionId: showAnnotated(scope.bucket, object).ObjectVersionId,
    AnnotationPrefix: input.AnnotationPrefix,
    MaxAnnotationResults: max,
    AnnotationCount: page.length,
    ContinuationToken: input.ContinuationToken,
    NextContinuationToken: truncated
      ? Buffer.from(page.at(-1) ?? '').toString('base64url')
      : undefined,
  };
  return ok(scope.model, withoutUndefined(output));
};
