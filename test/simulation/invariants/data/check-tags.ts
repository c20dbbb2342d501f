import type { StoredObject } from '../../../../local/model/s3/stored-object.ts';
import { MARKER } from '../../../../core/quarantine/marker.ts';
import type { Finding } from '../invariant.ts';
import type { CallStep } from '../../steps/step.ts';
import { type Altered, alteredMembers, type BucketChange } from './changes.ts';
import { checkNamed } from './check-update.ts';
import { isSameUpload } from './content.ts';
import { violation, window } from './finding.ts';
import { type Looks, placeOf } from './looks.ts';

type Tags = StoredObject['tags'];

const sameButMarker = (one: Tags, other: Tags): boolean =>
  one.delete(MARKER).equals(other.delete(MARKER));

/** The marker comes or goes; what it says never changes. */
const onlyMarker = (was: Tags, is: Tags): boolean =>
  sameButMarker(was, is) && !(was.has(MARKER) && is.has(MARKER) && !was.equals(is));

/** Invariant 1 of a tag write: nothing but our marker, on the upload that was judged. */
export const checkTags = (
  step: CallStep,
  bucketChange: BucketChange,
  altered: Altered,
  looks: Looks,
): readonly Finding[] => {
  const others = alteredMembers(altered).filter((name) => name !== 'tags');
  if (others.length > 0) return [violation(1, step, `it altered ${others.join(', ')}`)];
  const named = checkNamed(step, bucketChange, altered, looks);
  const place = placeOf(step);
  const { was, is } = altered;
  const isUnmarked = !is.tags.has(MARKER);
  const isJudged = (): boolean =>
    looks.judged(place).some(({ version }) => isSameUpload(version, was));
  if (onlyMarker(was.tags, is.tags) && (isUnmarked || isJudged())) return named;
  return [...named, explain(step, was, is, looks)];
};

/** A window is what was written as it was read, with a user in between. */
const explain = (step: CallStep, was: StoredObject, is: StoredObject, looks: Looks): Finding => {
  const place = placeOf(step);
  const read = looks.own(step, 'GetObjectTagging').at(-1);
  if (
    read?.version?.kind !== 'object' ||
    !sameButMarker(read.version.tags, is.tags) ||
    !looks.changedSince(place, read.at)
  ) {
    return violation(
      1,
      step,
      'it wrote tags other than its marker, or onto an upload never judged',
    );
  }
  if (isSameUpload(read.version, was)) return window(1, 'tags-lost-between-read-and-write');
  const looked = looks.own(step, 'HeadObject').at(-1);
  const isTwin = read.version.etag === was.etag && read.version.lastModified === was.lastModified;
  const isSince = looked !== undefined && looks.changedSince(place, looked.at);
  return isSince || isTwin
    ? window(1, 'marker-on-newer-object')
    : violation(1, step, 'it marked an upload that had replaced the one it looked at');
};
