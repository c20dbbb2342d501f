import type { Finding } from '../invariant.ts';
import type { CallStep } from '../../steps/step.ts';
import { type Altered, alteredMembers, type BucketChange } from './changes.ts';
import { isSameUpload } from './content.ts';
import { NOTHING, violation, window } from './finding.ts';
import { type Looks, placeOf } from './looks.ts';

/** Whether the call named the version that it altered, or there were no versions when it was read. */
export const checkNamed = (
  step: CallStep,
  { was }: BucketChange,
  { is }: Altered,
  looks: Looks,
): readonly Finding[] => {
  const { VersionId: named } = step.input;
  if (named === is.versionId || (named === undefined && was?.versioning === undefined)) {
    return NOTHING;
  }
  const { bucket } = placeOf(step);
  const wasWithout = looks.of(placeOf(step)).some(({ at, versioning }) => {
    return versioning === undefined && looks.changedSince({ bucket, key: '' }, at);
  });
  return named === undefined && wasWithout
    ? [window(1, 'versioning-enabled-before-write')]
    : [violation(1, step, `it altered version ${is.versionId}, which it did not name`)];
};

/** Invariant 1 of UpdateObjectEncryption: nothing but the encryption, of the version that was judged. */
export const checkUpdate = (
  step: CallStep,
  bucketChange: BucketChange,
  altered: Altered,
  looks: Looks,
): readonly Finding[] => {
  const others = alteredMembers(altered).filter((name) => name !== 'encryption');
  if (others.length > 0) return [violation(1, step, `it altered ${others.join(', ')}`)];
  const named = checkNamed(step, bucketChange, altered, looks);
  if (altered.is.versionId !== 'null') return named;
  // nothing pins it: the reader must have seen this very upload
  const place = placeOf(step);
  const judged = looks.judged(place);
  if (judged.some(({ version }) => isSameUpload(version, altered.was))) return named;
  const last = judged.at(-1);
  return last !== undefined && looks.changedSince(place, last.at)
    ? [...named, window(1, 'newer-object-re-keyed')]
    : [...named, violation(1, step, 'it re-keyed an upload that was never judged')];
};
