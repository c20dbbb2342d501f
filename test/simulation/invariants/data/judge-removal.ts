import type { StoredObject } from '../../../../local/model/s3/stored-object.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { CallStep } from '../../steps/step.ts';
import { type Attribute, type Held, isSame, isSameUpload, sameBytes, TOLD_BY } from './content.ts';
import { copiesInQuarantine, type Kept } from './copies-in-quarantine.ts';
import { type Looks, placeOf } from './looks.ts';
import type { WindowName } from './windows.ts';
import type { Written } from './written.ts';

export type Removal =
  | { readonly kind: 'kept'; readonly copy: StoredObject }
  | { readonly kind: 'window'; readonly name: WindowName; readonly copy: StoredObject }
  | { readonly kind: 'flaw'; readonly words: string };

type Original = Held & { readonly key: string };

/**
 * Whether what a delete of ours takes away, or hides, was kept before: its copy with everything, and its manifest.
 * What differs must have been so when this invocation read it, after the copy was there, and changed by a user since.
 */
export const judgeRemoval = (
  step: CallStep,
  scenario: Scenario,
  looks: Looks,
  written: Written,
  original: Original,
): Removal => {
  const kept = copiesInQuarantine(step.before, scenario, original, step.at);
  const whole = kept.find(({ isCurrent, differs }) => isCurrent && differs.length === 0);
  if (whole !== undefined) return { kind: 'kept', copy: whole.copy };

  const replaced = kept.find(({ differs }) => differs.length === 0);
  if (replaced !== undefined && isOfTwo(step, looks, written, original, replaced)) {
    return { kind: 'window', name: 'two-deliveries-of-one-move', copy: replaced.copy };
  }
  for (const one of kept) {
    if (!one.isCurrent || one.differs.length === 0) continue;
    const name = explain(step, looks, written, original, one);
    if (name !== undefined) return { kind: 'window', name, copy: one.copy };
  }
  const twin = keptTwin(step, scenario, looks, original);
  if (twin !== undefined) {
    return { kind: 'window', name: 'newer-upload-of-same-bytes', copy: twin.copy };
  }
  return { kind: 'flaw', words: flawOf(kept) };
};

const flawOf = (kept: readonly Kept[]): string => {
  const last = kept.find(({ isCurrent }) => isCurrent);
  if (last !== undefined) return `its copy in quarantine differs in ${last.differs.join(', ')}`;
  return kept.length === 0
    ? 'quarantine holds no copy of it with a manifest that names it'
    : 'its copy in quarantine, or its manifest, was written over';
};

/** Another invocation wrote into quarantine, at the copy or its manifest, while this one was at work. */
const isOfTwo = (
  step: CallStep,
  looks: Looks,
  written: Written,
  { bucket, key }: Original,
  { copyKey, manifestKey }: Kept,
): boolean => {
  const began = looks.own(step, 'HeadObject', { bucket: bucket.name, key })[0];
  return (
    began !== undefined &&
    [copyKey, manifestKey].some((name) => written.byOthersSince(name, began.by, began.at))
  );
};

const explain = (
  step: CallStep,
  looks: Looks,
  written: Written,
  { bucket, key, object }: Original,
  { copy, manifestKey, differs }: Kept,
): WindowName | undefined => {
  const place = { bucket: bucket.name, key };
  const kept = { bucket: step.before.buckets.get(bucket.name) ?? bucket, object: copy };
  const since = written.lastAt(manifestKey);
  const wasRead = (attribute: Attribute | 'encryption'): boolean =>
    looks
      .own(step, TOLD_BY[attribute], place)
      .some(
        ({ at, version }) =>
          at > since &&
          version?.kind === 'object' &&
          isSameUpload(version, object) &&
          looks.changedSince(place, at) &&
          isKeptAs(attribute, { bucket, object: version }, kept, step.at),
      );
  if (differs.every(wasRead)) return 'changed-before-delete';
  const isTextOnly = differs.every((name) => name === 'annotations') && sameSizes(object, copy);
  const first = looks.of(place)[0]?.at ?? -1;
  return isTextOnly && looks.changedSince(place, first) ? 'annotation-changed-and-back' : undefined;
};

/** ACL and key stand in the manifest alone, which was compared with what is there now. */
const isKeptAs = (
  attribute: Attribute | 'encryption',
  read: Held,
  kept: Held,
  at: number,
): boolean =>
  attribute === 'acl' || attribute === 'encryption' || isSame(attribute, read, kept, at);

const sameSizes = (one: StoredObject, other: StoredObject): boolean =>
  one.annotations.size === other.annotations.size &&
  one.annotations.every(
    ({ bytes }, name) => bytes.length === other.annotations.get(name)?.bytes.length,
  );

/** The same bytes under the same ETag, uploaded anew since this invocation looked; what it saw is kept. */
const keptTwin = (
  step: CallStep,
  scenario: Scenario,
  looks: Looks,
  { bucket, key, object }: Original,
): Kept | undefined => {
  const place = placeOf(step);
  for (const { at, version } of looks.own(step, 'HeadObject', place)) {
    if (version?.kind !== 'object' || isSameUpload(version, object)) continue;
    const isTwin = version.etag === object.etag && sameBytes(version.bytes, object.bytes);
    if (!isTwin || !looks.changedSince(place, at)) continue;
    const held = { bucket, key, object: version };
    const kept = copiesInQuarantine(step.before, scenario, held, step.at);
    const whole = kept.find(({ isCurrent, differs }) => isCurrent && differs.length === 0);
    if (whole !== undefined) return whole;
  }
  return undefined;
};
