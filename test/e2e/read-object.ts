import {
  GetObjectAclCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
} from '@aws-sdk/client-s3';
import { type ObjectName, sha256Of } from '../../local/demo/check/snapshot.ts';
import type { Stack } from './stack.ts';

/** All that S3's own API tells of an object. */
export const readObject = async (
  { world: { s3 } }: Stack,
  { bucket, key, versionId }: ObjectName,
) => {
  const name = { Bucket: bucket, Key: key, VersionId: versionId };
  const { $metadata: _head, ...head } = await s3.send(
    new HeadObjectCommand({ ...name, ChecksumMode: 'ENABLED' }),
  );
  const {
    $metadata: _tags,
    VersionId: _,
    ...tagging
  } = await s3.send(new GetObjectTaggingCommand(name));
  const { Owner, Grants = [] } = await s3.send(new GetObjectAclCommand(name));
  const { Body } = await s3.send(new GetObjectCommand(name));
  const { ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled, ...rest } = head;
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
  return {
    encryption: { ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled },
    rest: {
      ...rest,
      tagging,
      owner: Owner?.ID,
      grants: Grants.map((grant) => JSON.stringify(grant)).toSorted(), // S3 promises no order
      sha256: sha256Of(bytes),
    },
  };
};

export type ReadObject = Awaited<ReturnType<typeof readObject>>;
