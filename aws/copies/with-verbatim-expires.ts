import type { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';

/**
 * Sends `Expires` as its uploader wrote it. The SDK takes only a date and writes it its own way, while S3 keeps any
 * text, and uploaders do write `0` or `-1`. Added before the request is signed.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html#SysMetadata
 */
export const withVerbatimExpires = (
  command: CreateMultipartUploadCommand,
  expires: string | undefined,
): CreateMultipartUploadCommand => {
  if (expires !== undefined) {
    command.middlewareStack.add(
      (next) => async (args) => {
        const { headers } = args.request as { headers: Record<string, string> };
        headers['expires'] = expires;
        return next(args);
      },
      { step: 'build', name: 'verbatimExpires' },
    );
  }
  return command;
};
