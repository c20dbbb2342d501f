import type { Ref } from '../../core/objects/ref.ts';

/** Names one exact version, and refuses a bucket that is not ours. */
export const versionInput = ({ bucket, key, versionId }: Ref, account: string) => ({
  Bucket: bucket,
  Key: key,
  ...(versionId !== undefined && { VersionId: versionId }),
  ExpectedBucketOwner: account,
});
