import { createHash } from 'node:crypto';
import type {
  Annotation,
  StoredEncryption,
  StoredObject,
  Version,
} from '../../model/s3/stored-object.ts';
import { findVersion, versionsOf } from '../../model/s3/version-stack.ts';
import type { AwsModel } from '../../model/state.ts';

/** One version as it lies in S3. `rest` is every other member that the model keeps, so that a new one is compared too. */
export type Snapshot = {
  readonly sha256: string; // of the bytes, hex
  readonly size: number; // bytes
  readonly encryption: StoredEncryption;
  readonly rest: Readonly<Record<string, unknown>> & {
    readonly tags: Readonly<Record<string, string>>;
  };
};

export type ObjectName = {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string; // absent in buckets that never had versioning
};

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const showAnnotation = ({ bytes }: Annotation): string => sha256Of(bytes);

const toSnapshot = ({ bytes, encryption, tags, annotations, ...rest }: StoredObject): Snapshot => ({
  sha256: sha256Of(bytes),
  size: bytes.length,
  encryption,
  rest: {
    ...rest,
    tags: Object.fromEntries(tags),
    annotations: Object.fromEntries(annotations.map(showAnnotation)),
  },
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

/** Whether a plain GET of this key finds nothing. */
export const isHidden = (model: AwsModel, name: Pick<ObjectName, 'bucket' | 'key'>): boolean =>
  find(model, { bucket: name.bucket, key: name.key })?.kind !== 'object';
