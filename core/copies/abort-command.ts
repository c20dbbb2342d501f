import { shellQuote } from '../alerts/shell-quote.ts';
import type { UploadRef } from './upload.ts';

/** The line that ends an upload for good; `undefined` where no command line could name it. */
export const abortCommand = (
  { bucket, key, uploadId }: UploadRef,
  { account, region }: { readonly account: string; readonly region: string },
): string | undefined => {
  const words = [bucket, key, uploadId].map(shellQuote);
  const [quotedBucket, quotedKey, quotedId] = words;
  return words.includes(undefined)
    ? undefined
    : `aws s3api abort-multipart-upload --bucket ${quotedBucket} --key ${quotedKey} --upload-id ${quotedId} --expected-bucket-owner ${account} --region ${region}`;
};
