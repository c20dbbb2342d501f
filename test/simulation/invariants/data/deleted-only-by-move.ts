import type { Version } from '../../../../local/model/s3/stored-object.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { CallStep } from '../../steps/step.ts';
import type { Finding, Invariant } from '../invariant.ts';
import { type BucketChange, changesOf, type KeyChange, shapeOf } from './changes.ts';
import { NOTHING, violation, window } from './finding.ts';
import { judgeRemoval } from './judge-removal.ts';
import { createLooks, type Looks, placeOf } from './looks.ts';
import { createSources, isCopy } from './sources.ts';
import { createWritten, type Written } from './written.ts';

type Watching = {
  readonly scenario: Scenario;
  readonly looks: Looks;
  readonly written: Written;
};

export const deletedOnlyByMove: Invariant = {
  number: 2,
  title:
    'Nothing is deleted except by `move`, after the copy is verified: the exact version id, or with IfMatch in an unversioned bucket.',
  watch: (scenario) => {
    const looks = createLooks();
    const sources = createSources();
    const written = createWritten(scenario.quarantineBucket);
    const watching = { scenario, looks, written };
    return {
      see: (step) => {
        if (step.kind !== 'call') return NOTHING;
        const findings =
          step.by === 'user'
            ? NOTHING
            : [
                ...checkInput(watching, step),
                ...checkAbort(step, (id) => sources.isOurs(id)),
                ...changesOf(step).flatMap((change) => checkBucket(watching, step, change)),
              ];
        written.note(step, looks.now());
        sources.note(step);
        looks.note(step);
        return findings;
      },
    };
  },
};

/** Asked of what is sent, whether or not anything came of it. */
const checkInput = ({ scenario }: Watching, step: CallStep): readonly Finding[] => {
  const { by, name, input, before } = step;
  if (name === 'DeleteObjects' || name === 'DeleteBucket') {
    return [violation(2, step, 'only one version at a time may be deleted')];
  }
  if (name !== 'DeleteObject' || by === 'user') return NOTHING;
  const { bucket } = placeOf(step);
  if (by.function !== 'quarantine-object') return [violation(2, step, 'only a move may delete')];
  if (scenario.ownBuckets.includes(bucket)) {
    return [violation(2, step, 'nothing is deleted from buckets of the stack')];
  }
  if (input['BypassGovernanceRetention'] === true) {
    return [violation(2, step, 'a lock may not be bypassed')];
  }
  const isPinned = input['VersionId'] !== undefined || input['IfMatch'] !== undefined;
  const isVersion = input['VersionId'] === undefined || before.buckets.get(bucket)?.versioning;
  return isPinned && isVersion !== undefined
    ? NOTHING
    : [violation(2, step, 'a delete must name the version, or the ETag where there are none')];
};

/** Others' uploads are theirs to end. One that is there no more cannot be harmed. */
const checkAbort = (step: CallStep, isOurs: (id: string) => boolean): readonly Finding[] => {
  if (step.name !== 'AbortMultipartUpload') return NOTHING;
  const id = String(step.input['UploadId']);
  const isThere = step.before.buckets.get(placeOf(step).bucket)?.uploads.has(id) === true;
  return isThere && !isOurs(id)
    ? [violation(2, step, `upload ${id} was begun by somebody else`)]
    : NOTHING;
};

const checkBucket = (
  watching: Watching,
  step: CallStep,
  change: BucketChange,
): readonly Finding[] => {
  const isOwn = watching.scenario.ownBuckets.includes(change.name);
  return change.keys.flatMap((key) => {
    if (step.name === 'DeleteObject' && !isOwn) return checkDelete(watching, step, change, key);
    const gone = shapeOf(key).dropped.filter((version) => !isStill(version, key));
    const isReplaced = isCopy(step) && !isOwn; // what a copy may replace is asked by invariant 1
    return gone.length === 0 || isReplaced
      ? NOTHING
      : [violation(2, step, `version ${gone[0]?.versionId} is gone`)];
  });
};

const isStill = (version: Version, { after }: KeyChange): boolean =>
  version.kind === 'object' &&
  after.some(
    (one) =>
      one.kind === 'object' && one.bytes === version.bytes && one.versionId === version.versionId,
  );

const checkDelete = (
  watching: Watching,
  step: CallStep,
  { name, was }: BucketChange,
  change: KeyChange,
): readonly Finding[] => {
  const { scenario, looks, written } = watching;
  const { fresh, dropped } = shapeOf(change);
  const isMarked = fresh[0]?.kind === 'delete-marker';
  const lost = checkSuspended(watching, step, isMarked, dropped);
  if (lost.length > 0) return lost;
  const named = step.input['VersionId'];
  if (!isMarked && named !== undefined && dropped.some(({ versionId }) => versionId !== named)) {
    return [violation(2, step, 'another version than the one named is gone')];
  }
  // a marker hides what was current: that must be what is moved
  const targets = isMarked ? change.before.slice(-1) : dropped;
  return targets.flatMap((target): readonly Finding[] => {
    if (target.kind === 'delete-marker' || was === undefined) {
      return [violation(2, step, 'it removed or covered a delete marker')];
    }
    const held = { bucket: was, key: change.key, object: target };
    const removal = judgeRemoval(step, scenario, looks, written, held);
    if (removal.kind === 'kept') return NOTHING;
    return removal.kind === 'window'
      ? [window(2, removal.name)]
      : [violation(2, step, `version ${target.versionId} of ${name}: ${removal.words}`)];
  });
};

/** While versioning is suspended a marker takes the place of the null version. */
const checkSuspended = (
  { looks }: Watching,
  step: CallStep,
  isMarked: boolean,
  dropped: readonly Version[],
): readonly Finding[] => {
  if (!isMarked || dropped.length === 0) return NOTHING;
  const place = { bucket: placeOf(step).bucket, key: '' };
  const asked = looks.own(step, 'GetBucketVersioning', place).at(-1);
  return asked?.versioning === 'Enabled' && looks.changedSince(place, asked.at)
    ? [window(2, 'versioning-suspended-before-write')]
    : [violation(2, step, `the marker replaced version ${dropped[0]?.versionId}`)];
};
