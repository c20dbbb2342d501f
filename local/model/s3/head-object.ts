// HEAD needs no KMS right at all: a disabled key does not hide what it encrypts.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { showChecksum } from './checksum.ts';
import { showObject } from './object-shown.ts';
import { contentRange, openForReading } from './read-object.ts';
import type { S3Handler } from './scope.ts';

export const headObject: S3Handler<'HeadObject'> = (scope, input) => {
  const opened = openForReading(scope, input);
  if (isRefused(opened)) return opened;
  const { object, range, partsCount, checksum } = opened;
  const output = withoutUndefined({
    ...showObject(scope.bucket, object, scope.context.now),
    ...(input.ChecksumMode === 'ENABLED' ? showChecksum(checksum) : {}),
    ArchiveStatus: object.archiveStatus as S3.ArchiveStatus | undefined,
    PartsCount: partsCount,
  });
  return range === undefined
    ? ok(scope.model, output)
    : ok(
        scope.model,
        {
          ...output,
          ContentLength: range.end - range.start + 1,
          ContentRange: contentRange(range, object.bytes.length),
        },
        { status: 206 },
      );
};
