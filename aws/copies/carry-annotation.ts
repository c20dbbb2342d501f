import {
  GetObjectAnnotationCommand,
  PutObjectAnnotationCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Ref } from '../../core/objects/ref.ts';
import { toChecksum } from './to-checksum.ts';
import { versionInput } from './version-input.ts';

/**
 * Puts one annotation of a version onto another. CompleteMultipartUpload brings none along.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAnnotation.html
 */
export const createCarryAnnotation =
  (s3: S3Client, account: string) =>
  async (name: string, from: Ref, to: Ref, onlyIfEtag: string): Promise<void> => {
    const found = await s3.send(
      new GetObjectAnnotationCommand({
        ...versionInput(from, account),
        AnnotationName: name,
        ChecksumMode: 'ENABLED',
      }),
    );
    const checksum = toChecksum(found);
    // 1 MiB at most: read whole, so that the SDK can verify it and send its length
    const payload = await found.AnnotationPayload?.transformToByteArray();
    if (payload === undefined) {
      throw new Error('GetObjectAnnotation answered without a payload');
    }
    await s3.send(
      new PutObjectAnnotationCommand({
        ...versionInput(to, account),
        AnnotationName: name,
        AnnotationPayload: payload,
        ...(checksum && { [`Checksum${checksum.algorithm}`]: checksum.value }), // S3 verifies it again
        ObjectIfMatch: `"${onlyIfEtag}"`,
      }),
    );
  };
