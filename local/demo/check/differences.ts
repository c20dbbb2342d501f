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

/** Versions that were on a key's stack and are not any more, and whether those that are left stand as before. */
export const stackChanges = (
  before: readonly string[],
  after: readonly string[],
): { readonly lost: readonly string[]; readonly differs: boolean } => ({
  lost: before.filter((id) => !after.includes(id)),
  differs: !isDeepStrictEqual(before, after),
});
