// Where versions go and which of them counts: never versioned, enabled, suspended.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/AddingObjectstoVersionSuspendedBuckets.html status: documented
import { List } from 'immutable';
import { versionIdOf } from '../ids.ts';
import type { Bucket } from './bucket.ts';
import type { Version } from './stored-object.ts';

const NONE: List<Version> = List();

export const versionsOf = (bucket: Bucket, key: string): List<Version> =>
  bucket.versions.get(key) ?? NONE;

export const currentVersion = (bucket: Bucket, key: string): Version | undefined =>
  bucket.versions.get(key)?.last();

export const findVersion = (
  bucket: Bucket,
  key: string,
  versionId: string | undefined,
): Version | undefined =>
  versionId === undefined
    ? currentVersion(bucket, key)
    : bucket.versions.get(key)?.findLast((version) => version.versionId === versionId);

const withVersions = (bucket: Bucket, key: string, versions: List<Version>): Bucket => ({
  ...bucket,
  versions: versions.isEmpty() ? bucket.versions.delete(key) : bucket.versions.set(key, versions),
});

/** The id that a new version gets: its own while versioning is on, else the one null version's. */
export const newVersionId = (bucket: Bucket, serial: number): string =>
  bucket.versioning === 'Enabled' ? versionIdOf(serial) : 'null';

/** The new version becomes current; a new null version takes the place of the old one, and of no other. */
export const addVersion = (bucket: Bucket, key: string, version: Version): Bucket => {
  const versions = versionsOf(bucket, key);
  const kept =
    version.versionId === 'null' ? versions.filter((old) => old.versionId !== 'null') : versions;
  return withVersions(bucket, key, kept.push(version));
};

/** Changes what is known of a version in place: position, id and age stay. */
export const replaceVersion = (bucket: Bucket, key: string, version: Version): Bucket => {
  const versions = versionsOf(bucket, key);
  const at = versions.findLastIndex((old) => old.versionId === version.versionId);
  return withVersions(bucket, key, versions.set(at, version));
};

export const removeVersion = (bucket: Bucket, key: string, versionId: string): Bucket =>
  withVersions(
    bucket,
    key,
    versionsOf(bucket, key).filter((old) => old.versionId !== versionId),
  );

/** `x-amz-version-id` is absent while a bucket never had versioning, and `null` for its null versions afterwards. */
export const shownVersionId = (bucket: Bucket, version: Version): string | undefined =>
  bucket.versioning === undefined ? undefined : version.versionId;
