import type { Version } from '../../../../local/model/s3/stored-object.ts';
import type { Finding } from '../invariant.ts';
import type { CallStep } from '../../steps/step.ts';
import { type BucketChange, type KeyChange, shapeOf } from './changes.ts';
import {
  type Attribute,
  differing,
  type Held,
  isSame,
  isSameUpload,
  sameBytes,
  TOLD_BY,
} from './content.ts';
import { NOTHING, violation, window } from './finding.ts';
import { type Looks, placeOf } from './looks.ts';
import type { Source } from './sources.ts';

/** CopyObject brings the rest along itself, as it is at that moment. */
const READ_BEFORE: readonly Attribute[] = [
  'acl',
  'storageClass',
  'websiteRedirect',
  'retention',
  'legalHold',
  'eventHold',
];
const SAID_AGAIN: readonly Attribute[] = [
  ...READ_BEFORE,
  'tags',
  'metadata',
  'hiddenMetadata',
  'system',
];

/** Invariant 1 of a copy in the object's own bucket: one version more, with everything of its source. */
export const checkCopy = (
  step: CallStep,
  bucketChange: BucketChange,
  change: KeyChange,
  source: Source | undefined,
  looks: Looks,
): readonly Finding[] => {
  const { fresh, dropped, isOrdered } = shapeOf(change);
  const copy = fresh[0];
  const isOnTop = fresh.length === 1 && copy === change.after.at(-1) && isOrdered;
  if (
    !isOnTop ||
    copy?.kind !== 'object' ||
    source === undefined ||
    bucketChange.is === undefined
  ) {
    return [violation(1, step, 'a copy must add one version on top, made from one version')];
  }
  const lost = checkDropped(step, bucketChange, dropped, change.before.at(-1), source, looks);
  const isInParts = step.name === 'CompleteMultipartUpload';
  const differs = differing(source, { bucket: bucketChange.is, object: copy }, step.at).filter(
    (name) => !(isInParts && name === 'annotations'), // they are carried once it is there
  );
  if (differs.length === 0) return lost;
  const held = { bucket: bucketChange.is, object: copy };
  const unexplained = differs.filter((name) => !wasRead(step, name, held, looks));
  return unexplained.length === 0
    ? [...lost, window(1, 'attributes-changed-before-copy')]
    : [
        ...lost,
        violation(1, step, `the copy differs from its source in ${unexplained.join(', ')}`),
      ];
};

/** A copy in parts reads all again before it is completed; CopyObject may use what was read at first. */
const wasRead = (step: CallStep, name: Attribute, copy: Held, looks: Looks): boolean => {
  const isInParts = step.name === 'CompleteMultipartUpload';
  if (!(isInParts ? SAID_AGAIN : READ_BEFORE).includes(name)) return false;
  const place = placeOf(step);
  const read = looks.own(step, TOLD_BY[name], place);
  return (isInParts ? read.slice(-1) : read).some(
    ({ at, version }) =>
      version?.kind === 'object' &&
      looks.changedSince(place, at) &&
      isSame(name, { bucket: copy.bucket, object: version }, copy, step.at),
  );
};

/** Without versions a copy takes the place of what it was made from, and of nothing else. */
const checkDropped = (
  step: CallStep,
  { was, name: bucket }: BucketChange,
  dropped: readonly Version[],
  current: Version | undefined,
  source: Source,
  looks: Looks,
): readonly Finding[] => {
  const gone = dropped[0];
  if (gone === undefined) return NOTHING;
  const isItself = gone === current && isSameUpload(gone, source.object);
  if (dropped.length === 1 && isItself) return NOTHING;
  const place = placeOf(step);
  const isTwin =
    gone.kind === 'object' &&
    gone === current &&
    gone.etag === source.object.etag &&
    sameBytes(gone.bytes, source.object.bytes);
  if (isTwin && looks.changedSince(place, lastLook(step, looks))) return [window(1, 'equal-etags')];
  const asked = looks.own(step, 'GetBucketVersioning', { bucket, key: '' }).at(-1);
  const isSuspended =
    was?.versioning === 'Suspended' &&
    asked?.versioning === 'Enabled' &&
    looks.changedSince({ bucket, key: '' }, asked.at);
  return isSuspended
    ? [window(1, 'versioning-suspended-before-write')]
    : [
        violation(
          1,
          step,
          `the copy overwrote version ${gone.versionId}, which it is not made from`,
        ),
      ];
};

const lastLook = (step: CallStep, looks: Looks): number =>
  looks.own(step, 'HeadObject').at(-1)?.at ?? Number.MAX_SAFE_INTEGER;
