// Parts in ascending order, each as it was uploaded, all but the last of a minimum size.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html status: documented
// That parts with a composite checksum must be numbered without a gap, or S3 answers 500
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html status: documented
import type { Refused } from '../call.ts';
import { isRefused, refuse } from '../result.ts';
import type { MultipartUpload, UploadedPart } from './multipart-upload.ts';
import { invalidRequest, malformedXml } from './refusals.ts';
import type { InputOf } from './scope.ts';
import { bareEtag } from './write-conditions.ts';

export type CompleteInput = InputOf<'CompleteMultipartUpload'>;

const invalidPart = (): Refused =>
  refuse(
    400,
    'InvalidPart',
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
  );

const invalidPartOrder = (): Refused =>
  refuse(
    400,
    'InvalidPartOrder',
    'The list of parts was not in ascending order. The parts list must be specified in order by part number.',
  );

type Wanted = NonNullable<NonNullable<CompleteInput['MultipartUpload']>['Parts']>[number];

const findPart = (upload: MultipartUpload, wanted: Wanted): UploadedPart | Refused => {
  const part = upload.parts.get(wanted.PartNumber ?? 0);
  if (part === undefined || bareEtag(wanted.ETag ?? '') !== part.etag) return invalidPart();
  const { checksum } = part;
  if (checksum === undefined) return part;
  const sent = wanted[`Checksum${checksum.algorithm}`];
  if (sent !== undefined) return sent === checksum.value ? part : invalidPart();
  // Once an algorithm was declared, a composite checksum needs every part's again.
  return upload.checksumAlgorithm !== undefined && upload.checksumType === 'COMPOSITE'
    ? invalidRequest(
        `The upload was created using a ${upload.checksumAlgorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${part.number} in the request.`,
      )
    : part;
};

export const collectParts = (
  upload: MultipartUpload,
  input: CompleteInput,
  minPartBytes: number,
): { readonly parts: readonly UploadedPart[] } | Refused => {
  const wanted = input.MultipartUpload?.Parts ?? [];
  if (wanted.length === 0) return malformedXml();
  const parts: UploadedPart[] = [];
  for (const one of wanted) {
    if ((parts.at(-1)?.number ?? 0) >= (one.PartNumber ?? 0)) return invalidPartOrder();
    const part = findPart(upload, one);
    if (isRefused(part)) return part;
    parts.push(part);
  }
  const isGapless = parts.every(({ number }, index) => number === index + 1);
  if (upload.checksumType === 'COMPOSITE' && !isGapless) {
    return refuse(500, 'InternalError', 'We encountered an internal error. Please try again.');
  }
  return parts.slice(0, -1).some(({ bytes }) => bytes.length < minPartBytes)
    ? refuse(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size')
    : { parts };
};
