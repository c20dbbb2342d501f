// Objects as only the past or another AWS service can write them.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html status: documented
import type { CallContext } from '../call.ts';
import { isRefused, ok } from '../result.ts';
import { commitObject } from '../s3/commit-object.ts';
import { NEW_BUCKET_ENCRYPTION } from '../s3/create-bucket.ts';
import { describeNewObject } from '../s3/describe-new-object.ts';
import { showEncryption } from '../s3/encryption-shown.ts';
import { etagOf, quoted } from '../s3/etag.ts';
import { openRequest } from '../s3/open-request.ts';
import type { StoredEncryption } from '../s3/stored-object.ts';
import type { AwsModel } from '../state.ts';
import { withoutUndefined } from '../without-undefined.ts';
import type { ModelHandler, ModelInputOf } from './model-handler.ts';

/** Everything as PutObject does it but for the encryption, and without an event. */
const seed = (
  model: AwsModel,
  {
    ServerSideEncryption: _ignored,
    ...input
  }: Partial<ModelInputOf<'PutManagedElsewhereObject'>> & { readonly Bucket: string | undefined },
  context: CallContext,
  encryption: StoredEncryption,
) => {
  const scope = openRequest(model, 'PutObject', input, context);
  if (isRefused(scope)) return scope;
  // The bucket's default of today did not exist then.
  const plain = { ...scope.bucket, encryption: NEW_BUCKET_ENCRYPTION };
  const described = describeNewObject({ ...scope, bucket: plain }, input);
  if (isRefused(described)) return described;
  const bytes = new Uint8Array(input.Body ?? []);
  const etag = etagOf(bytes, encryption, model.serial);
  const { template } = described;
  const committed = commitObject(
    scope,
    { ...template, encryption, bytes, etag, checksum: undefined, parts: undefined },
    'ObjectCreated:Put',
  );
  const output = {
    ETag: quoted(etag),
    VersionId: committed.versionId,
    ...showEncryption(encryption),
  };
  return ok(committed.model, withoutUndefined(output));
};

export const putUnencryptedObject: ModelHandler<'PutUnencryptedObject'> = (model, input, context) =>
  seed(model, input, context, { kind: 'none' });

export const putManagedElsewhereObject: ModelHandler<'PutManagedElsewhereObject'> = (
  model,
  input,
  context,
) => seed(model, input, context, { kind: 'managed-elsewhere', by: input.ServerSideEncryption });
