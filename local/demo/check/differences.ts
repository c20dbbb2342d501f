import { isDeepStrictEqual } from 'node:util';
import type { Snapshot } from './snapshot.ts';

/** What became of an object beside its encryption: the names of the members that differ. */
export const differences = (before: Snapshot, after: Snapshot): readonly string[] => {
  const names = new Set([...Object.keys(before.rest), ...Object.keys(after.rest)]);
  return [
    ...(before.sha256 === after.sha256 ? [] : ['bytes']),
    ...[...names]
      .filter((name) => !isDeepStrictEqual(before.rest[name], after.rest[name]))
      .toSorted(),
  ];
};

/** What S3 gives every copy anew; an ETag tells of the bytes only as long as they are under SSE-S3. */
const NEW_IN_COPIES = new Set(['versionId', 'lastModified', 'etag', 'parts', 'acl']);

/**
 * In what a copy is not like its original: everything but what S3 gives anew. ACLs are compared by their grants,
 * a checksum where the original has one that covers it whole.
 */
export const copyDifferences = (
  before: Snapshot,
  after: Snapshot,
  acl: 'carried' | 'left' = 'carried',
): readonly string[] => [
  ...differences(before, after)
    .filter((name) => !NEW_IN_COPIES.has(name))
    .filter((name) => name !== 'checksum' || !isNewChecksum(before, after)),
  ...(acl === 'left' || isDeepStrictEqual(grantsOf(before), grantsOf(after)) ? [] : ['acl']),
];

type Checksum = { readonly algorithm: string; readonly type: string } | undefined;

/** One where there was none, or over the whole where there was one over parts. */
const isNewChecksum = (before: Snapshot, after: Snapshot): boolean => {
  const [had, has] = [before.rest['checksum'] as Checksum, after.rest['checksum'] as Checksum];
  return (
    has !== undefined &&
    (had === undefined || had.algorithm === has.algorithm) &&
    had?.type !== has.type
  );
};

type Acl = { readonly canned: string; readonly grants?: readonly object[] };

/** The owner's own full control is what every object has. */
export const grantsOf = ({ rest }: Snapshot): readonly string[] => {
  const { canned, grants } = rest['acl'] as Acl;
  return grants === undefined ? [canned] : grants.map((grant) => JSON.stringify(grant)).toSorted();
};

/** Versions that were on a key's stack and are not any more, and whether those that are left stand as before. */
export const stackChanges = (
  before: readonly string[],
  after: readonly string[],
): { readonly lost: readonly string[]; readonly differs: boolean } => ({
  lost: before.filter((id) => !after.includes(id)),
  differs: !isDeepStrictEqual(before, after),
});
