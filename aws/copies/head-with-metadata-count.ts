import {
  HeadObjectCommand,
  type HeadObjectCommandInput,
  type HeadObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';

const PREFIX = 'x-amz-meta-';

/**
 * HEAD, with every metadata entry counted that the SDK does not hand over. It collects them in a plain object, where
 * a name such as `__proto__` is lost; S3 itself counts in `x-amz-missing-meta` what it cannot put into headers.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const headWithMetadataCount = async (
  s3: S3Client,
  input: HeadObjectCommandInput,
): Promise<HeadObjectCommandOutput> => {
  const command = new HeadObjectCommand(input);
  let sent = 0;
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { headers } = result.response as { headers: Record<string, string> };
      sent = Object.keys(headers).filter((name) => name.toLowerCase().startsWith(PREFIX)).length;
      return result;
    },
    { step: 'deserialize', name: 'countMetadata' },
  );
  const head = await s3.send(command);
  const lost = Math.max(0, sent - Object.keys(head.Metadata ?? {}).length);
  return lost === 0 ? head : { ...head, MissingMeta: (head.MissingMeta ?? 0) + lost };
};
