import type { Bucket } from '../../../../local/model/s3/bucket.ts';
import type { StoredObject, Version } from '../../../../local/model/s3/stored-object.ts';
import type { CallStep } from '../../steps/step.ts';

export type KeyChange = {
  readonly key: string;
  readonly before: readonly Version[]; // oldest first
  readonly after: readonly Version[];
};

export type BucketChange = {
  readonly name: string;
  readonly was: Bucket | undefined;
  readonly is: Bucket | undefined;
  readonly keys: readonly KeyChange[];
  readonly uploads: readonly string[]; // ids of those that came, went or changed
  readonly settings: readonly string[];
};

const NONE: readonly never[] = [];
const known = new WeakMap<CallStep, readonly BucketChange[]>();

/** What one call changed in buckets. States share what is the same, so that references tell. */
export const changesOf = (step: CallStep): readonly BucketChange[] => {
  if (step.before.buckets === step.after.buckets) return NONE;
  const found = known.get(step);
  if (found !== undefined) return found;
  const { before, after } = step;
  const changes: BucketChange[] = [];
  after.buckets.forEach((is, name) => {
    const was = before.buckets.get(name);
    if (was !== is) changes.push(bucketChange(name, was, is));
  });
  before.buckets.forEach((was, name) => {
    if (!after.buckets.has(name)) changes.push(bucketChange(name, was, undefined));
  });
  known.set(step, changes);
  return changes;
};

const bucketChange = (
  name: string,
  was: Bucket | undefined,
  is: Bucket | undefined,
): BucketChange => ({
  name,
  was,
  is,
  keys: keyChanges(was, is),
  uploads: namesOf(was?.uploads, is?.uploads),
  settings: was === undefined || is === undefined ? ['bucket'] : changedSettings(was, is),
});

type Named = {
  readonly forEach: (each: (value: unknown, name: string) => void) => unknown;
  readonly get: (name: string) => unknown;
  readonly has: (name: string) => boolean;
};

const namesOf = (was: Named | undefined, is: Named | undefined): readonly string[] => {
  if (was === is) return NONE;
  const names: string[] = [];
  is?.forEach((value, name) => {
    if (was?.get(name) !== value) names.push(name);
  });
  was?.forEach((_value, name) => {
    if (is?.has(name) !== true) names.push(name);
  });
  return names;
};

const keyChanges = (was: Bucket | undefined, is: Bucket | undefined): readonly KeyChange[] =>
  namesOf(was?.versions, is?.versions).map((key) => ({
    key,
    before: was?.versions.get(key)?.toArray() ?? NONE,
    after: is?.versions.get(key)?.toArray() ?? NONE,
  }));

const changedSettings = (was: Bucket, is: Bucket): readonly string[] =>
  (Object.keys(is) as (keyof Bucket)[]).filter(
    (name) => name !== 'versions' && name !== 'uploads' && was[name] !== is[name],
  );

/** New and gone versions by reference. A version that was altered in place is among both. */
export type Shape = {
  readonly fresh: readonly Version[];
  readonly dropped: readonly Version[];
  readonly isOrdered: boolean; // what stayed is in the order in which it was
};

export const shapeOf = ({ before, after }: KeyChange): Shape => {
  const stayed = before.filter((version) => after.includes(version));
  const still = after.filter((version) => before.includes(version));
  return {
    fresh: after.filter((version) => !before.includes(version)),
    dropped: before.filter((version) => !after.includes(version)),
    isOrdered: stayed.every((version, index) => still[index] === version),
  };
};

export type Altered = { readonly was: StoredObject; readonly is: StoredObject };

/** The one version that was altered where it lies, and nothing else. */
export const alteredIn = (change: KeyChange): Altered | undefined => {
  const { before, after } = change;
  const { fresh, dropped } = shapeOf(change);
  const [was, is] = [dropped[0], fresh[0]];
  if (dropped.length !== 1 || fresh.length !== 1 || was === undefined || is === undefined) {
    return undefined;
  }
  return was.kind === 'object' &&
    is.kind === 'object' &&
    was.versionId === is.versionId &&
    before.indexOf(was) === after.indexOf(is)
    ? { was, is }
    : undefined;
};

/** Names of members that are not identical. */
export const alteredMembers = ({ was, is }: Altered): readonly string[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => !Object.is(was[name as keyof StoredObject], is[name as keyof StoredObject]),
  );
