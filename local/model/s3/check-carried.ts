// Tags and annotations are read and written in the caller's name: a copy that may not do that is refused whole.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html status: documented
// That nothing is asked where there is nothing to carry status: assumed
import type { Refused } from '../call.ts';
import type { CopySource } from './copy-source.ts';
import { isDenied } from './denials.ts';
import { accessDenied } from './refusals.ts';
import type { InputOf, S3Scope } from './scope.ts';

type CopyInput = InputOf<'CopyObject'>;

export const carriesTags = (input: CopyInput): boolean => input.TaggingDirective !== 'REPLACE';

export const carriesAnnotations = (input: CopyInput): boolean =>
  input.AnnotationDirective !== 'EXCLUDE';

export const checkCarried = (
  { model, bucket, key }: S3Scope,
  input: CopyInput,
  from: CopySource,
): Refused | undefined => {
  const mayNot = (what: 'Tagging' | 'Annotation'): boolean =>
    isDenied(model, `GetObject${what}`, from.bucket.name, from.key) ||
    isDenied(model, `PutObject${what}`, bucket.name, key);
  const { tags, annotations } = from.object;
  return (carriesTags(input) && !tags.isEmpty() && mayNot('Tagging')) ||
    (carriesAnnotations(input) && !annotations.isEmpty() && mayNot('Annotation'))
    ? accessDenied()
    : undefined;
};
