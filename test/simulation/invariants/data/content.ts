import { isRetained } from '../../../../local/model/s3/object-lock.ts';
import type { Bucket } from '../../../../local/model/s3/bucket.ts';
import type {
  EventHold,
  Retention,
  StoredObject,
  Version,
} from '../../../../local/model/s3/stored-object.ts';
import { sameGrants } from './grants.ts';

/** One object where it lies: the bucket decides what its ACL means. */
export type Held = { readonly bucket: Bucket; readonly object: StoredObject };

/** The same upload, whatever was written onto it since: a tag, a lock, another key. */
export const isSameUpload = (one: Version | undefined, other: Version | undefined): boolean =>
  one === other ||
  (one?.kind === 'object' &&
    other?.kind === 'object' &&
    one.bytes === other.bytes &&
    one.versionId === other.versionId &&
    one.etag === other.etag &&
    one.lastModified === other.lastModified);

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one === other || (one.length === other.length && Buffer.compare(one, other) === 0);

type Flat = Readonly<Record<string, unknown>>;
const sameMembers = (one: Flat, other: Flat): boolean => {
  if (one === other) return true;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
};

type Annotations = StoredObject['annotations'];
const sameAnnotations = (one: Annotations, other: Annotations): boolean =>
  one === other ||
  (one.size === other.size &&
    one.every(({ bytes }, name) => {
      const twin = other.get(name);
      return twin !== undefined && sameBytes(bytes, twin.bytes);
    }));

/** S3 takes no date that is over, and may give the bucket's default retention instead. */
const carriesRetention = (
  source: Retention | undefined,
  copy: Retention | undefined,
  bucket: Bucket,
  at: number,
): boolean =>
  (source?.mode === copy?.mode && source?.until === copy?.until) ||
  (!isRetained(source, at) && (copy === undefined || bucket.defaultRetention !== undefined));

const sameHold = (one: EventHold | undefined, other: EventHold | undefined): boolean =>
  (one === undefined) === (other === undefined) &&
  one?.days === other?.days &&
  one?.years === other?.years;

type Same = (source: Held, copy: Held, at: number) => boolean;
const equal =
  (name: 'hiddenMetadata' | 'storageClass' | 'websiteRedirect'): Same =>
  (source, copy) =>
    source.object[name] === copy.object[name];

/** What has to survive every remedy. */
const SAME = {
  bytes: ({ object: one }, { object: other }) => sameBytes(one.bytes, other.bytes),
  metadata: ({ object: one }, { object: other }) => sameMembers(one.metadata, other.metadata),
  system: ({ object: one }, { object: other }) => sameMembers(one.system, other.system),
  hiddenMetadata: equal('hiddenMetadata'),
  storageClass: equal('storageClass'),
  websiteRedirect: equal('websiteRedirect'),
  tags: ({ object: one }, { object: other }) => one.tags.equals(other.tags),
  annotations: ({ object: one }, { object: other }) =>
    sameAnnotations(one.annotations, other.annotations),
  acl: (source, copy) => sameGrants(source, copy),
  retention: ({ object: one }, { object: other, bucket }, at) =>
    carriesRetention(one.retention, other.retention, bucket, at),
  legalHold: ({ object: one }, { object: other }) =>
    (one.legalHold ?? false) === (other.legalHold ?? false),
  eventHold: ({ object: one }, { object: other }) => sameHold(one.eventHold, other.eventHold),
} as const satisfies Readonly<Record<string, Same>>;

export type Attribute = keyof typeof SAME;
export const ATTRIBUTES = Object.keys(SAME) as readonly Attribute[];

/** What a copy in a bucket without ACLs and locks can hold: the rest is its manifest's. */
export const IN_QUARANTINE = ATTRIBUTES.filter(
  (name) => !['acl', 'retention', 'legalHold', 'eventHold'].includes(name),
);

export const isSame = (name: Attribute, source: Held, copy: Held, at: number): boolean =>
  SAME[name](source, copy, at);

export const differing = (
  source: Held,
  copy: Held,
  at: number,
  names: readonly Attribute[] = ATTRIBUTES,
): readonly Attribute[] => names.filter((name) => !SAME[name](source, copy, at));

/** The call that tells it. */
export const TOLD_BY: Readonly<Record<Attribute | 'encryption', string>> = {
  bytes: 'HeadObject',
  metadata: 'HeadObject',
  system: 'HeadObject',
  hiddenMetadata: 'HeadObject',
  storageClass: 'HeadObject',
  websiteRedirect: 'HeadObject',
  retention: 'HeadObject',
  legalHold: 'HeadObject',
  eventHold: 'HeadObject',
  encryption: 'HeadObject',
  tags: 'GetObjectTagging',
  annotations: 'ListObjectAnnotations',
  acl: 'GetObjectAcl',
};
