import { quoteText } from '../core/show-text.ts';
import { CliError } from './cli-error.ts';

// Also the names that us-east-1 allowed until 2018, which still exist: capitals, `_`, up to 255 characters.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$/;

export const isBucketName = (text: string): boolean => BUCKET.test(text);

/** A bucket by its name or as `s3://bucket`. */
export const parseBucket = (text: string): string => {
  const name = text.replace(/^s3:\/\//, '').replace(/\/$/, '');
  if (!isBucketName(name)) {
    throw new CliError('E_USAGE', `${quoteText(text)} is not a bucket name`);
  }
  return name;
};
