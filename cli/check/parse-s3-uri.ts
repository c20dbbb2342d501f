import { quoteText } from '../../core/show-text.ts';
import { CliError } from '../cli-error.ts';
import { isBucketName } from '../parse-bucket.ts';

export type S3Target =
  | { readonly kind: 'object'; readonly bucket: string; readonly key: string }
  | { readonly kind: 'prefix'; readonly bucket: string; readonly prefix: string };

const MOST_BYTES = 1024; // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html

/**
 * Not a URL: whatever stands after `s3://bucket/` is the raw key, `?versionId=x`, `%20`, `+` and `#` included.
 * No key, or one that ends with `/`, is a prefix.
 */
export const parseS3Uri = (text: string): S3Target => {
  if (!text.startsWith('s3://')) {
    throw new CliError('E_USAGE', `expected \`s3://bucket/key\`, got ${quoteText(text)}`);
  }
  const rest = text.slice('s3://'.length);
  const slash = rest.indexOf('/');
  const bucket = slash === -1 ? rest : rest.slice(0, slash);
  const key = slash === -1 ? '' : rest.slice(slash + 1);
  if (!isBucketName(bucket)) {
    throw new CliError(
      'E_USAGE',
      `${quoteText(bucket)} is not a bucket name: expected \`s3://bucket/key\``,
    );
  }
  if (Buffer.byteLength(key) > MOST_BYTES) {
    throw new CliError('E_USAGE', `the key is longer than the ${MOST_BYTES} bytes that S3 allows`);
  }
  return key === '' || key.endsWith('/')
    ? { kind: 'prefix', bucket, prefix: key }
    : { kind: 'object', bucket, key };
};
