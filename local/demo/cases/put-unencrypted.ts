import type { World } from '../world/world.ts';
import { bodyOf, type PutInput, toUpload, type Upload } from './upload.ts';

type Given = Omit<PutInput, 'ServerSideEncryption' | 'SSEKMSKeyId'> & { readonly Body?: Buffer };

/** As S3 stored objects before 5 January 2023: only the model can do that now, and S3 tells nobody of it. */
export const putUnencrypted = (
  world: World,
  bucket: string,
  key: string,
  { Body = bodyOf(key), ...given }: Given = {},
): Upload => {
  const put = world.model.apply<'model', 'PutUnencryptedObject'>({
    service: 'model',
    name: 'PutUnencryptedObject',
    input: { Bucket: bucket, Key: key, Body, ...given },
  });
  if (put.kind === 'error') throw new Error(`${put.code}: ${put.message}`);
  return toUpload(world, bucket, key, put.output.VersionId, Body);
};
