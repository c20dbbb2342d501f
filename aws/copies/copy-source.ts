import type { Ref } from '../../core/objects/ref.ts';

/**
 * The `x-amz-copy-source` of an exact version. The SDK sends it as it is, so everything that could end a key early
 * is encoded here: a key may well contain `?versionId=`.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html#API_CopyObject_RequestSyntax
 */
export const copySource = ({ bucket, key, versionId }: Ref): string => {
  const path = key.split('/').map(encodeURIComponent).join('/');
  const version = versionId === undefined ? '' : `?versionId=${encodeURIComponent(versionId)}`;
  return `${bucket}/${path}${version}`;
};
