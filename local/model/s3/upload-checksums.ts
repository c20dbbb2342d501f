// Which checksum an upload in parts will have. No algorithm named: CRC64NVME over the whole, from S3 itself.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html status: documented
// The words of the refusals status: observed
import type { Refused } from '../call.ts';
import { isChecksumAlgorithm, type Algorithm } from './compute-checksum.ts';
import type { MultipartUpload } from './multipart-upload.ts';
import { invalidRequest } from './refusals.ts';

type Checksums = Pick<MultipartUpload, 'checksumAlgorithm' | 'checksumType'>;

type ChecksumsRequest = {
  readonly ChecksumAlgorithm?: string | undefined;
  readonly ChecksumType?: string | undefined;
};

// Only these can be joined from those of the parts.
const WHOLE: ReadonlySet<Algorithm> = new Set(['CRC32', 'CRC32C', 'CRC64NVME']);

const mayBe = (type: string, algorithm: Algorithm): type is 'FULL_OBJECT' | 'COMPOSITE' =>
  type === 'FULL_OBJECT' ? WHOLE.has(algorithm) : type === 'COMPOSITE' && algorithm !== 'CRC64NVME';

export const readUploadChecksums = ({
  ChecksumAlgorithm: algorithm,
  ChecksumType: asked,
}: ChecksumsRequest): Checksums | Refused => {
  if (algorithm === undefined) {
    return asked === undefined
      ? { checksumAlgorithm: undefined, checksumType: undefined }
      : invalidRequest(
          'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
        );
  }
  if (!isChecksumAlgorithm(algorithm)) {
    return invalidRequest('Checksum algorithm provided is unsupported.');
  }
  const type = asked ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  return mayBe(type, algorithm)
    ? { checksumAlgorithm: algorithm, checksumType: type }
    : invalidRequest(
        `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
      );
};
