import { shellQuote } from '../alerts/shell-quote.ts';
import type { UploadRef } from './upload.ts';

// The AWS CLI would send the file, or the page, instead of its name, however it is quoted.
// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html
const ELSEWHERE = /^(?:fileb?|https?):\/\//;

/** The line that ends an upload for good; `undefined` where no command line could name it. */
export const abortCommand = (
  { bucket, key, uploadId }: UploadRef,
  { account, region }: { readonly account: string; readonly region: string },
): string | undefined => {
  const words = [option('bucket', bucket), option('key', key), option('upload-id', uploadId)];
  return words.includes(undefined)
    ? undefined
    : `aws s3api abort-multipart-upload ${words.join(' ')} --expected-bucket-owner ${account} --region ${region}`;
};

const option = (name: string, value: string): string | undefined => {
  const quoted = shellQuote(value);
  // behind a space, what begins with a dash would be an option of its own; ids of uploads may
  return quoted === undefined || ELSEWHERE.test(value) ? undefined : `--${name}=${quoted}`;
};
