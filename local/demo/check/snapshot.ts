import { createHash } from 'node:crypto';
import { findVersion, versionsOf } from '../../model/s3/version-stack.ts';
import type { StoredEncryption, StoredObject, Version } from '../../model/s3/stored-object.ts';
import type { AwsModel } from '../../model/state.ts';

/** One version as it lies in S3. `rest` is every other member that the model keeps, so that a new one is compared too. */
export type Snapshot = {
  readonly sha256: string; // of the bytes, hex
  readonly encryption: StoredEncryption;
  readonly rest: Readonly<Record<string, unknown>>;
};

export type ObjectName = {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string; // absent in buckets that never had versioning
};

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const toSnapshot = ({ bytes, encryption, tags, ...rest }: StoredObject): Snapshot => ({
  sha256: sha256Of(bytes),
  encryption,
  rest: { ...rest, tags: Object.fromEntries(tags) },
});

const find = (model: AwsModel, { bucket, key, versionId }: ObjectName): Version | undefined => {
  const found = model.buckets.get(bucket);
  return found && findVersion(found, key, versionId);
};

/** Undefined: not there, or a delete marker. */
export const takeSnapshot = (model: AwsModel, name: ObjectName): Snapshot | undefined => {
  const version = find(model, name);
  return version?.kind === 'object' ? toSnapshot(version) : undefined;
};

/** Ids of everything on a key's stack, delete markers too, the oldest first. */
export const versionIdsOf = (
  model: AwsModel,
  { bucket, key }: Pick<ObjectName, 'bucket' | 'key'>,
): readonly string[] => {
  const found = model.buckets.get(bucket);
  return found === undefined
    ? []
    : versionsOf(found, key)
        .map(({ versionId }) => versionId)
        .toArray();
};
