import type { Quarantine } from '../../../core/quarantine/move-task.ts';
import { quarantineKeys } from '../../../core/quarantine/quarantine-keys.ts';
import type { Bucket } from '../../model/s3/bucket.ts';
import type { AwsModel } from '../../model/state.ts';
import type { PlacedKey } from './check-key.ts';
import type { CheckedUpload } from './check-upload.ts';

type Known = {
  readonly buckets: readonly string[]; // of the demo, the quarantine bucket apart
  readonly keys: readonly Pick<PlacedKey, 'bucket' | 'key'>[]; // that were put
  readonly uploads: readonly Pick<CheckedUpload, 'upload' | 'ending' | 'intentId'>[];
  readonly quarantine: Pick<Quarantine, 'bucket'>;
};

export type Leftovers = {
  readonly strange: readonly string[]; // for people; empty where all is as it must be
  readonly openUploads: number; // of keys that were put: a copy in parts was begun twice
  readonly olderCopies: number; // below the one in quarantine: it was made again
};

/**
 * What lies in S3 although nobody put it and no order leaves it there: other keys, and in quarantine whatever is not
 * the copy or the manifest of what was moved, or the manifest of what was isolated.
 */
export const findLeftovers = (model: AwsModel, known: Known): Leftovers => {
  const wanted = wantedKeys(known);
  const found = [...wanted].flatMap(([name, keys]) => {
    const bucket = model.buckets.get(name);
    return bucket === undefined ? [] : [{ bucket, keys }];
  });
  const uploads = found.flatMap(({ bucket, keys }) =>
    [...bucket.uploads.values()].map(({ key }) => ({ bucket, key, isWanted: keys.has(key) })),
  );
  return {
    strange: [
      ...found.flatMap(({ bucket, keys }) => otherKeys(bucket, keys)),
      ...uploads
        .filter(({ isWanted }) => !isWanted)
        .map(({ bucket, key }) => `an upload of ${bucket.name}/${key}`),
    ],
    openUploads: uploads.filter(({ isWanted }) => isWanted).length,
    olderCopies: olderIn(model.buckets.get(known.quarantine.bucket)),
  };
};

const wantedKeys = ({ buckets, keys, uploads, quarantine }: Known) => {
  const inQuarantine = uploads.flatMap(({ upload: { bucket }, ending, intentId = '' }) => {
    const { object, manifest } = quarantineKeys(bucket, intentId);
    if (ending?.how === 'quarantined') return [object, manifest];
    return ending?.how === 'isolated' ? [manifest] : [];
  });
  const inBucket = (name: string) =>
    keys.filter(({ bucket }) => bucket === name).map(({ key }) => key);
  return new Map([
    ...buckets.map((name) => [name, new Set(inBucket(name))] as const),
    [quarantine.bucket, new Set(inQuarantine)] as const,
  ]);
};

const otherKeys = ({ name, versions }: Bucket, expected: ReadonlySet<string>): readonly string[] =>
  [...versions.keys()].filter((key) => !expected.has(key)).map((key) => `${name}/${key}`);

const olderIn = (bucket: Bucket | undefined): number =>
  [...(bucket?.versions.values() ?? [])].reduce((sum, { size }) => sum + size - 1, 0);
