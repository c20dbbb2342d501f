import { BuildError } from '../build/build-error.ts';

// What a bucket may be called, with wildcards in between; capitals and `_` are of us-east-1 before 2018.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const PATTERN = /^[A-Za-z0-9*?][A-Za-z0-9._*?-]{0,253}[A-Za-z0-9*?]$|^\*$/;

/** Bucket names separated by commas, in which `*` is any text and `?` any character, as in IAM; in order, each once. */
export const bucketPatterns = (param: string, text: string): readonly string[] => {
  const patterns = text
    .split(',')
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '');
  for (const pattern of patterns) {
    if (!PATTERN.test(pattern)) throw new BuildError(complaint(param, pattern));
  }
  return [...new Set(patterns)].toSorted();
};

const complaint = (param: string, pattern: string): string => {
  const hint = /^(arn:|s3:\/\/)|\//.test(pattern)
    ? 'write the name of the bucket alone, without ARN, `s3://` or path'
    : 'use letters, digits, `.`, `_`, `-` and the wildcards `*` and `?`';
  return `\`--param ${param}\`: \`${pattern}\` names no bucket: ${hint}, with commas between names`;
};

const arn = (resource: string): unknown => ({
  'Fn::Sub': `arn:\${AWS::Partition}:s3:::${resource}`,
});

export const bucketArns = (patterns: readonly string[]): readonly unknown[] => patterns.map(arn);

/** Of everything in the buckets; no key can match another bucket's, because no bucket's name has a `/`. */
export const objectArns = (patterns: readonly string[]): readonly unknown[] =>
  patterns.map((pattern) => arn(`${pattern}/*`));
