// https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html status: documented
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { showEncryption } from './encryption-shown.ts';
import { quoted } from './etag.ts';
import { openForPart, savePart, showPartChecksum } from './part-on-write.ts';
import type { S3Handler } from './scope.ts';

export const uploadPart: S3Handler<'UploadPart'> = (scope, input) => {
  const upload = openForPart(scope, input);
  if (isRefused(upload)) return upload;
  const bytes = new Uint8Array(input.Body ?? []);
  const wanted = { ChecksumAlgorithm: upload.checksumAlgorithm, ...withoutUndefined(input) };
  const saved = savePart(scope, upload, input.PartNumber ?? 0, bytes, wanted);
  if (isRefused(saved)) return saved;
  return ok(saved.model, {
    ETag: quoted(saved.part.etag),
    ...showEncryption(upload.template.encryption),
    ...showPartChecksum(saved.part),
  });
};
