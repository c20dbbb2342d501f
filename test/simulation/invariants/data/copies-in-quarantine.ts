import type { StoredObject } from '../../../../local/model/s3/stored-object.ts';
import type { AwsModel } from '../../../../local/model/state.ts';
import { canonicalIdOf } from '../../../../local/model/ids.ts';
import { ownerOf } from '../../../../local/model/s3/object-owner.ts';
import { showEncryption } from '../../../../local/model/s3/encryption-shown.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Attribute, differing, type Held, IN_QUARANTINE, sameBytes } from './content.ts';
import { grantsOf } from './grants.ts';

export type Manifest = {
  readonly kind: unknown;
  readonly copyEtag: unknown;
  readonly source: {
    readonly ref: { readonly bucket: string; readonly key: string; readonly versionId?: string };
    readonly etag: string;
    readonly lastModified: string;
    readonly encryption: { readonly kind: string; readonly keyArn?: string };
    readonly acl: {
      readonly grants: readonly {
        readonly grantee: { readonly uri?: string; readonly id?: string };
        readonly permission: string;
      }[];
    };
  };
};

/** A copy and a manifest that belong together, and what of the original they do not hold. */
export type Kept = {
  readonly copy: StoredObject;
  readonly copyKey: string;
  readonly manifestKey: string;
  readonly isCurrent: boolean; // both: else one of the two was written over
  readonly differs: readonly (Attribute | 'encryption')[];
};

const OBJECT = '/object';
const MANIFEST = '/manifest.json';

/** Every copy of the same bytes whose manifest names exactly this version. */
export const copiesInQuarantine = (
  { buckets }: AwsModel,
  scenario: Scenario,
  original: Held & { readonly key: string },
  at: number,
): readonly Kept[] => {
  const quarantine = buckets.get(scenario.quarantineBucket);
  if (quarantine === undefined) return [];
  const found: Kept[] = [];
  quarantine.versions.forEach((copies, name) => {
    if (!name.startsWith(`${original.bucket.name}/`) || !name.endsWith(OBJECT)) return;
    const manifestKey = `${name.slice(0, -OBJECT.length)}${MANIFEST}`;
    const manifests = quarantine.versions.get(manifestKey);
    for (const copy of copies) {
      if (copy.kind !== 'object' || !sameBytes(copy.bytes, original.object.bytes)) continue;
      for (const version of manifests ?? []) {
        if (version.kind !== 'object') continue;
        const manifest = readManifest(version.bytes);
        if (manifest === undefined || !belongs(manifest, copy, original)) continue;
        found.push({
          copy,
          copyKey: name,
          manifestKey,
          isCurrent: copies.last() === copy && manifests?.last() === version,
          differs: [
            ...differing(original, { bucket: quarantine, object: copy }, at, IN_QUARANTINE),
            ...differsInManifest(manifest, original),
          ],
        });
      }
    }
  });
  return found;
};

export const readManifest = (bytes: Uint8Array): Manifest | undefined => {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Manifest;
  } catch {
    return undefined; // what is not JSON is no manifest
  }
};

const belongs = (
  { kind, copyEtag, source }: Manifest,
  copy: StoredObject,
  { bucket, key, object }: Held & { readonly key: string },
): boolean =>
  kind === 'move' &&
  copyEtag === copy.etag &&
  source.ref.bucket === bucket.name &&
  source.ref.key === key &&
  (source.ref.versionId ?? 'null') === object.versionId &&
  source.etag === object.etag &&
  Date.parse(source.lastModified) === object.lastModified;

/** What the copy cannot hold stands in its manifest. */
const differsInManifest = (
  { source }: Manifest,
  original: Held,
): readonly ('acl' | 'encryption')[] => {
  const owner = canonicalIdOf(ownerOf(original.bucket, original.object));
  const given = source.acl.grants.flatMap(({ grantee, permission }) => {
    const name = grantee.uri ?? grantee.id ?? '';
    const isOwners = name === owner && permission === 'FULL_CONTROL';
    return isOwners || permission === 'WRITE' ? [] : [`${permission} ${name}`];
  });
  const told = grantsOf(original);
  const isSameAcl = given.length === told.size && given.every((grant) => told.has(grant));
  const { encryption } = original.object;
  const isSameKey =
    source.encryption.kind === encryption.kind &&
    source.encryption.keyArn === showEncryption(encryption).SSEKMSKeyId;
  return [
    ...(isSameAcl ? [] : (['acl'] as const)),
    ...(isSameKey ? [] : (['encryption'] as const)),
  ];
};
