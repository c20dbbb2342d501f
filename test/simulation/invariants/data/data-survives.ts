import type { CallStep } from '../../steps/step.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Finding, Invariant } from '../invariant.ts';
import { createAnnotationsOwed } from './annotations-owed.ts';
import { alteredIn, type BucketChange, changesOf, type KeyChange, shapeOf } from './changes.ts';
import { checkCopy } from './check-copy.ts';
import { checkTags } from './check-tags.ts';
import { checkUpdate } from './check-update.ts';
import { checkUploads } from './check-uploads.ts';
import { NOTHING, violation } from './finding.ts';
import { judgeRemoval } from './judge-removal.ts';
import { createLooks, type Looks } from './looks.ts';
import { mayChange } from './may-change.ts';
import { createSources, type Sources } from './sources.ts';
import { createTruth } from './truth.ts';
import { createWritten, type Written } from './written.ts';

type Watching = {
  readonly scenario: Scenario;
  readonly looks: Looks;
  readonly sources: Sources;
  readonly written: Written;
  readonly truth: ReturnType<typeof createTruth>;
  readonly owed: ReturnType<typeof createAnnotationsOwed>;
};

export const dataSurvives: Invariant = {
  number: 1,
  title:
    "An object's bytes, user and system metadata, tags (but for our own marker), annotations, storage class, ACL and lock settings survive every remedy; on the update path version id, ETag and LastModified too.",
  watch: (scenario) => {
    const looks = createLooks();
    const sources = createSources();
    const written = createWritten(scenario.quarantineBucket);
    const [truth, owed] = [createTruth(scenario), createAnnotationsOwed()];
    const watching = { scenario, looks, sources, written, truth, owed };
    return {
      see: (step) => {
        if (step.kind !== 'call') return NOTHING;
        const changes = changesOf(step).filter(({ name }) => !scenario.ownBuckets.includes(name));
        const findings =
          step.by === 'user' ? follow(watching, changes) : judge(watching, step, changes);
        written.note(step, looks.now());
        sources.note(step);
        looks.note(step);
        return findings;
      },
      atRest: ({ model, now, records }) => [
        ...truth.atRest(model, now),
        ...owed.atRest(model, records),
      ],
    };
  },
};

const follow = ({ truth, owed }: Watching, changes: readonly BucketChange[]) => {
  for (const change of changes) {
    truth.follow(change);
    for (const one of change.keys) {
      const altered = alteredIn(one);
      if (altered !== undefined) owed.changedByUser(altered);
    }
  }
  return NOTHING;
};

const judge = (
  watching: Watching,
  step: CallStep,
  changes: readonly BucketChange[],
): readonly Finding[] => {
  const bucket = changes[0];
  if (bucket === undefined || step.by === 'user') return NOTHING;
  if (changes.length > 1 || !mayChange(step, step.by, bucket)) {
    return [violation(1, step, 'it changed what no function of its kind may change')];
  }
  const [change] = bucket.keys;
  const uploads = checkUploads(step, bucket, watching.sources);
  if (change === undefined) return uploads;
  const found = [...uploads, ...judgeKey(watching, step, bucket, change)];
  if (found.length > 0) watching.truth.follow(bucket); // said once
  return found;
};

const judgeKey = (
  watching: Watching,
  step: CallStep,
  bucket: BucketChange,
  change: KeyChange,
): readonly Finding[] => {
  const { looks, sources, owed } = watching;
  if (step.name === 'DeleteObject') return judgeDelete(watching, step, bucket, change);
  if (step.name === 'CopyObject' || step.name === 'CompleteMultipartUpload') {
    const source = sources.of(step);
    const found = checkCopy(step, bucket, change, source, looks);
    const copy = change.after.at(-1);
    if (copy?.kind === 'object' && source !== undefined) {
      watching.truth.replaced(bucket.name, change.key, copy);
      owed.owe(step, copy, source);
    }
    return found;
  }
  const altered = alteredIn(change);
  if (altered === undefined) return [violation(1, step, 'it altered more than one version')];
  switch (step.name) {
    case 'UpdateObjectEncryption':
      return checkUpdate(step, bucket, altered, looks);
    case 'PutObjectTagging':
      return checkTags(step, bucket, altered, looks);
    case 'PutObjectAnnotation':
      return owed.check(step, altered, looks);
    default:
      return [violation(1, step, 'it altered a version')];
  }
};

/** Its shape only: whether it may be deleted is asked by invariant 2. */
const judgeDelete = (
  { scenario, looks, written, truth }: Watching,
  step: CallStep,
  { name, was }: BucketChange,
  change: KeyChange,
): readonly Finding[] => {
  const { fresh, dropped, isOrdered } = shapeOf(change);
  const isMarked = fresh.length === 0 || (fresh.length === 1 && fresh[0]?.kind !== 'object');
  if (!isOrdered || !isMarked || dropped.length > 1 || was === undefined) {
    return [violation(1, step, 'a delete must remove one version or put one marker on top')];
  }
  for (const gone of dropped) {
    if (gone.kind !== 'object') continue;
    const held = { bucket: was, key: change.key, object: gone };
    const removal = judgeRemoval(step, scenario, looks, written, held);
    if (removal.kind !== 'flaw') truth.moved(name, change.key, gone.versionId, removal.copy);
  }
  return NOTHING;
};
