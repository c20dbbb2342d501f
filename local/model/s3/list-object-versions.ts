// Every version and every delete marker: keys in order, within a key the newest first.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import { formEncodeKey } from '../events/form-encode-key.ts';
import { canonicalIdOf } from '../ids.ts';
import { ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import type { Bucket } from './bucket.ts';
import { quoted } from './etag.ts';
import { ownerOf } from './object-owner.ts';
import { MAX_PAGE, takePage } from './page.ts';
import { invalidArgument } from './refusals.ts';
import type { InputOf, S3Handler } from './scope.ts';
import { firstAtOrAfter, sortedKeys } from './sorted-keys.ts';
import type { StoredObject, Version } from './stored-object.ts';
import { versionsOf } from './version-stack.ts';
import { indexAfter, walkKeys } from './walk-keys.ts';

type ListInput = InputOf<'ListObjectVersions'>;

type Entry =
  | { readonly kind: 'prefix'; readonly name: string }
  | {
      readonly kind: 'version';
      readonly name: string;
      readonly version: Version;
      readonly isLatest: boolean;
    };

const startIndex = (keys: readonly string[], input: ListInput): number => {
  const { KeyMarker: marker, VersionIdMarker: versionMarker, Delimiter: delimiter } = input;
  if (marker === undefined) return 0;
  // With a version marker the listing goes on inside that key.
  if (versionMarker !== undefined) return firstAtOrAfter(keys, marker);
  return indexAfter(keys, marker, delimiter !== undefined && marker.endsWith(delimiter));
};

const entries = function* (bucket: Bucket, input: ListInput): Generator<Entry> {
  const keys = sortedKeys(bucket.versions);
  const walk = {
    prefix: input.Prefix ?? '',
    delimiter: input.Delimiter,
    from: startIndex(keys, input),
  };
  for (const { kind, name } of walkKeys(keys, walk, () => true)) {
    if (kind === 'prefix') {
      yield { kind, name };
    } else {
      const versions = versionsOf(bucket, name); // oldest first
      const last = versions.size - 1;
      // A marker that was deleted meanwhile starts its key again: twice told, never missed.
      const marked =
        name === input.KeyMarker
          ? versions.findIndex(({ versionId }) => versionId === input.VersionIdMarker)
          : -1;
      const skipped = marked < 0 ? 0 : last - marked + 1;
      for (let at = skipped; at <= last; at += 1) {
        const version = versions.get(last - at);
        if (version !== undefined) yield { kind: 'version', name, version, isLatest: at === 0 };
      }
    }
  }
};

type Shown = Extract<Entry, { kind: 'version' }>;

const showCommon = (
  bucket: Bucket,
  { name, version, isLatest }: Shown,
  spell: (text: string) => string,
) => ({
  Key: spell(name),
  VersionId: version.versionId,
  IsLatest: isLatest,
  LastModified: new Date(version.lastModified),
  Owner: { ID: canonicalIdOf(ownerOf(bucket, version)) },
});

const showVersion = (
  bucket: Bucket,
  entry: Shown,
  spell: (text: string) => string,
): S3.ObjectVersion[] =>
  entry.version.kind === 'object'
    ? [
        {
          ...showCommon(bucket, entry, spell),
          ETag: quoted(entry.version.etag),
          Size: entry.version.bytes.length,
          StorageClass: entry.version.storageClass as S3.ObjectVersionStorageClass,
          ...showChecksumKind(entry.version),
        },
      ]
    : [];

const showChecksumKind = ({ checksum }: StoredObject) =>
  checksum === undefined
    ? {}
    : { ChecksumAlgorithm: [checksum.algorithm], ChecksumType: checksum.type };

const orNothing = <T>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list);

export const listObjectVersions: S3Handler<'ListObjectVersions'> = ({ model, bucket }, input) => {
  if (input.VersionIdMarker !== undefined && input.KeyMarker === undefined) {
    return invalidArgument('A version-id marker cannot be specified without a key marker.');
  }
  const max = Math.min(input.MaxKeys ?? MAX_PAGE, MAX_PAGE);
  const { page, truncated } = takePage(entries(bucket, input), max);
  const spell = input.EncodingType === 'url' ? formEncodeKey : (text: string) => text;
  const shown = page.filter((entry) => entry.kind === 'version');
  const prefixes = page.filter((entry) => entry.kind === 'prefix');
  const last = truncated ? page.at(-1) : undefined;
  const output = {
    Name: bucket.name,
    Prefix: spell(input.Prefix ?? ''),
    Delimiter: input.Delimiter === undefined ? undefined : spell(input.Delimiter),
    KeyMarker: spell(input.KeyMarker ?? ''),
    VersionIdMarker: input.VersionIdMarker ?? '',
    EncodingType: input.EncodingType,
    MaxKeys: max,
    IsTruncated: truncated,
    NextKeyMarker: last === undefined ? undefined : spell(last.name),
    NextVersionIdMarker: last?.kind === 'version' ? last.version.versionId : undefined,
    Versions: orNothing(shown.flatMap((entry) => showVersion(bucket, entry, spell))),
    DeleteMarkers: orNothing(
      shown
        .filter(({ version }) => version.kind === 'delete-marker')
        .map((entry) => showCommon(bucket, entry, spell)),
    ),
    CommonPrefixes: orNothing(prefixes.map(({ name }) => ({ Prefix: spell(name) }))),
  };
  return ok(model, withoutUndefined(output));
};
