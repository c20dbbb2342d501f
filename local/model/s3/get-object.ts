// GET needs what HEAD does not: a usable key, and bytes that are not archived.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html status: documented
import { isRefused, ok, refuse } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { checkKmsKey } from './decrypt.ts';
import { showChecksum } from './checksum.ts';
import { showObject } from './object-shown.ts';
import { contentRange, openForReading } from './read-object.ts';
import type { InputOf, S3Handler } from './scope.ts';
import { isArchived } from './storage-class.ts';

const overrides = (input: InputOf<'GetObject'>) =>
  withoutUndefined({
    ContentType: input.ResponseContentType,
    ContentEncoding: input.ResponseContentEncoding,
    ContentLanguage: input.ResponseContentLanguage,
    ContentDisposition: input.ResponseContentDisposition,
    CacheControl: input.ResponseCacheControl,
  });

export const getObject: S3Handler<'GetObject'> = (scope, input) => {
  const opened = openForReading(scope, input);
  if (isRefused(opened)) return opened;
  const { object, range, partsCount, checksum } = opened;
  if (isArchived(object, scope.context.now)) {
    return refuse(
      403,
      'InvalidObjectState',
      "The operation is not valid for the object's storage class",
    );
  }
  const unusable = checkKmsKey(scope, object.encryption);
  if (unusable !== undefined) return unusable;
  const output = withoutUndefined({
    ...showObject(scope.bucket, object, scope.context.now),
    ...(input.ChecksumMode === 'ENABLED' ? showChecksum(checksum) : {}),
    ...overrides(input),
    PartsCount: partsCount,
  });
  // Copies of bytes go out, so that no caller can write into a state.
  return range === undefined
    ? ok(scope.model, { ...output, Body: object.bytes.slice() })
    : ok(
        scope.model,
        {
          ...output,
          Body: object.bytes.slice(range.start, range.end + 1),
          ContentLength: range.end - range.start + 1,
          ContentRange: contentRange(range, object.bytes.length),
        },
        { status: 206 },
      );
};
