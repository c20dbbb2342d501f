import { PutObjectCommand, type PutObjectCommandInput } from '@aws-sdk/client-s3';
import { type ObjectName, sha256Of, type Snapshot, takeSnapshot } from '../check/snapshot.ts';
import type { World } from '../world/world.ts';

/** One object version that was put, and how it lay there right afterwards. */
export type Upload = ObjectName & {
  readonly sentSha256: string; // of the bytes that were sent, hex
  readonly before: Snapshot | undefined; // undefined: gone already
  readonly from: number; // performance.now() when its PUT was answered, or when it was announced
};

/** To be called right after the answer: whatever follows is compared with this. */
export const toUpload = (
  { model }: World,
  bucket: string,
  key: string,
  versionId: string | undefined,
  sent: Uint8Array,
): Upload => {
  const from = performance.now();
  const name = { bucket, key, ...(versionId !== undefined && { versionId }) };
  return { ...name, from, before: takeSnapshot(model.state(), name), sentSha256: sha256Of(sent) };
};

export type PutInput = Omit<PutObjectCommandInput, 'Bucket' | 'Key' | 'Body'>;

export const putObject = async (
  world: World,
  Bucket: string,
  Key: string,
  { Body = bodyOf(Key), ...input }: PutInput & { readonly Body?: Buffer } = {},
): Promise<Upload> => {
  const { VersionId } = await world.s3.send(new PutObjectCommand({ Bucket, Key, Body, ...input }));
  return toUpload(world, Bucket, Key, VersionId, Body);
};

/** A few lines that no other object holds. */
export const bodyOf = (text: string): Buffer => Buffer.from(`${text}\n`.repeat(20));
