// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html status: documented
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { readOrAddChecksum, showChecksum } from './checksum.ts';
import { commitObject } from './commit-object.ts';
import { describeNewObject } from './describe-new-object.ts';
import { showEncryption } from './encryption-shown.ts';
import { readEncryptionContext } from './encryption-context.ts';
import { etagOf, quoted } from './etag.ts';
import { notImplemented } from './refusals.ts';
import type { S3Handler } from './scope.ts';
import { checkWriteConditions } from './write-conditions.ts';

export const putObject: S3Handler<'PutObject'> = (scope, input) => {
  if (input.WriteOffsetBytes !== undefined) return notImplemented('appending to an object');
  const bytes = new Uint8Array(input.Body ?? []);
  const integrity = readOrAddChecksum(input, bytes);
  if (isRefused(integrity)) return integrity;
  const added = readEncryptionContext(input.SSEKMSEncryptionContext);
  if (isRefused(added)) return added;
  const described = describeNewObject(scope, input);
  if (isRefused(described)) return described;
  const unmet = checkWriteConditions(scope, input);
  if (unmet !== undefined) return unmet;
  const { model, template } = described;
  const { versionId, object, event, ...committed } = commitObject(
    { ...scope, model },
    {
      ...template,
      bytes,
      etag: etagOf(bytes, template.encryption, model.serial),
      checksum: integrity.checksum,
      parts: undefined,
    },
    'ObjectCreated:Put',
  );
  const output = {
    ETag: quoted(object.etag),
    VersionId: versionId,
    SSEKMSEncryptionContext: added.context,
    ...showEncryption(object.encryption),
    ...showChecksum(object.checksum),
  };
  return ok(committed.model, withoutUndefined(output), { events: [event] });
};
