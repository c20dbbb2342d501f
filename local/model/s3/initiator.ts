// Who began an upload: a user or role by its ARN, an account by its canonical id. The object will be the account's.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import { canonicalIdOf } from '../ids.ts';
import type { MultipartUpload } from './multipart-upload.ts';

export const showInitiator = ({
  initiator: { account, arn },
}: MultipartUpload): { readonly Initiator: S3.Initiator; readonly Owner: S3.Owner } => ({
  Initiator: { ID: arn ?? canonicalIdOf(account) },
  Owner: { ID: canonicalIdOf(account) },
});
