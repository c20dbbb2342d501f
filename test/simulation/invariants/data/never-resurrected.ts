import type { Version } from '../../../../local/model/s3/stored-object.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { CallStep } from '../../steps/step.ts';
import type { Finding, Invariant } from '../invariant.ts';
import { changesOf, type KeyChange, shapeOf } from './changes.ts';
import { isSameUpload, sameBytes } from './content.ts';
import { NOTHING, violation, window } from './finding.ts';
import { createLooks, type Looks, placeOf } from './looks.ts';
import { createSources, isCopy, isOntoItself, type Sources } from './sources.ts';

type Watching = {
  readonly scenario: Scenario;
  readonly looks: Looks;
  readonly sources: Sources;
  /** The number of the step at which an invocation put a marker onto a key. */
  readonly marked: Map<string, number>;
};

const markOf = (step: CallStep): string => {
  const { bucket, key } = placeOf(step);
  return `${step.by === 'user' ? '' : step.by.id}\n${bucket}\n${key}`;
};

export const neverResurrected: Invariant = {
  number: 3,
  title: 'Older data never becomes current, by any write or delete.',
  watch: (scenario) => {
    const watching = {
      scenario,
      looks: createLooks(),
      sources: createSources(),
      marked: new Map<string, number>(),
    };
    return {
      see: (step) => {
        if (step.kind !== 'call') return NOTHING;
        const findings =
          step.by === 'user'
            ? NOTHING
            : changesOf(step).flatMap(({ name, keys }) =>
                keys.flatMap((change) =>
                  scenario.ownBuckets.includes(name)
                    ? checkOwn(step, change)
                    : checkCurrent(watching, step, change),
                ),
              );
        watching.sources.note(step);
        watching.looks.note(step);
        return findings;
      },
    };
  },
};

const checkCurrent = (
  watching: Watching,
  step: CallStep,
  change: KeyChange,
): readonly Finding[] => {
  const [was, is] = [change.before.at(-1), change.after.at(-1)];
  if (isCopy(step)) return checkPlaced(watching, step, was, is);
  if (was === is || isSameUpload(was, is)) return NOTHING;
  if (is === undefined) return NOTHING; // nothing is left: invariant 2 asks whether it was kept
  if (is.kind === 'delete-marker' && shapeOf(change).fresh.includes(is)) {
    watching.marked.set(markOf(step), watching.looks.now());
    return NOTHING;
  }
  return wasCovered(watching, step, was)
    ? [window(3, 'current-deleted-before-version')]
    : [violation(3, step, `version ${is.versionId}, which is older, became current`)];
};

/**
 * Our last look, or our own marker, had something above what is deleted, and a user took that away since.
 */
const wasCovered = (
  { looks, marked }: Watching,
  step: CallStep,
  gone: Version | undefined,
): boolean => {
  const place = placeOf(step);
  const look = looks.own(step, 'HeadObject').findLast(({ isOfCurrent }) => isOfCurrent);
  const mark = marked.get(markOf(step));
  if (mark !== undefined && mark > (look?.at ?? -1)) return looks.changedSince(place, mark);
  return (
    look !== undefined && !isSameUpload(look.version, gone) && looks.changedSince(place, look.at)
  );
};

/** A copy takes the place of what it was made from, never of anything newer. */
const checkPlaced = (
  { looks, sources }: Watching,
  step: CallStep,
  was: Version | undefined,
  is: Version | undefined,
): readonly Finding[] => {
  const source = sources.of(step);
  if (source === undefined || !isOntoItself(step, source)) {
    return [violation(3, step, 'the copy is not made from one version of its own key')];
  }
  if (source.isThere && isSameUpload(source.object, was)) return NOTHING;
  const isTwin =
    was?.kind === 'object' &&
    is?.kind === 'object' &&
    was.etag === source.object.etag &&
    sameBytes(was.bytes, is.bytes);
  const look = looks.own(step, 'HeadObject').at(-1);
  const isSince = look !== undefined && looks.changedSince(placeOf(step), look.at);
  return isTwin && isSince
    ? [window(3, 'equal-etags')]
    : [violation(3, step, 'the copy was placed over what it is not made from')];
};

/** An intent is about one state of one object: whatever is copied again under it has the same bytes. */
const checkOwn = (step: CallStep, { key, before, after }: KeyChange): readonly Finding[] => {
  const [was, is] = [before.at(-1), after.at(-1)];
  const isOther =
    key.endsWith('/object') &&
    was?.kind === 'object' &&
    (is?.kind !== 'object' || !sameBytes(was.bytes, is.bytes));
  return isOther
    ? [violation(3, step, 'other bytes were written over a quarantined copy')]
    : NOTHING;
};
