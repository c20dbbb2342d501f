import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { World } from '../world/world.ts';
import { toUpload, type Upload } from './upload.ts';

// Every part but the last has at least 5 MiB. https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
const FIRST = Buffer.alloc(5 * 1024 ** 2, 'payroll ');
const LAST = Buffer.from('the end\n');

export const uploadInTwoParts = async (
  world: World,
  Bucket: string,
  Key: string,
): Promise<Upload> => {
  const { s3 } = world;
  const Metadata = { parts: 'two' };
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key, Metadata }));
  const Parts = [];
  for (const [index, Body] of [FIRST, LAST].entries()) {
    const part = { Bucket, Key, UploadId, PartNumber: index + 1 };
    const { ETag, ChecksumCRC32 } = await s3.send(new UploadPartCommand({ ...part, Body }));
    Parts.push({ PartNumber: part.PartNumber, ETag, ChecksumCRC32 });
  }
  const { VersionId } = await s3.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
  );
  return toUpload(world, Bucket, Key, VersionId, Buffer.concat([FIRST, LAST]));
};
