import type { StoredObject } from '../../../../local/model/s3/stored-object.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { CallStep } from '../../steps/step.ts';
import type { Finding, Invariant } from '../invariant.ts';
import { alteredIn, type BucketChange, changesOf, type KeyChange, shapeOf } from './changes.ts';
import type { Held } from './content.ts';
import { NOTHING, violation, window } from './finding.ts';
import { grantsOf } from './grants.ts';
import { createLooks, type Look, type Looks, placeOf } from './looks.ts';
import { createSources, isCopy, type Source, type Sources } from './sources.ts';
import { asksBucketKey, mayRekeyIn, weakness } from './strength.ts';

type Watching = { readonly scenario: Scenario; readonly looks: Looks; readonly sources: Sources };

export const neverWeaker: Invariant = {
  number: 4,
  title:
    'Encryption never gets weaker (no DSSE -> KMS, no KMS -> SSE-S3), and access never gets wider by default: customer key -> customer key only where the rule lists `rekey-from`.',
  watch: (scenario) => {
    const watching = { scenario, looks: createLooks(), sources: createSources() };
    return {
      see: (step) => {
        if (step.kind !== 'call') return NOTHING;
        const findings =
          step.by === 'user'
            ? NOTHING
            : changesOf(step).flatMap((bucket) =>
                bucket.keys.flatMap((key) => checkKey(watching, step, bucket, key)),
              );
        watching.sources.note(step);
        watching.looks.note(step);
        return findings;
      },
    };
  },
};

const checkKey = (
  watching: Watching,
  step: CallStep,
  bucket: BucketChange,
  change: KeyChange,
): readonly Finding[] => {
  const copy = shapeOf(change).fresh.find((version) => version.kind === 'object');
  if (copy === undefined || bucket.is === undefined) return NOTHING;
  const held = { bucket: bucket.is, object: copy };
  if (bucket.name === watching.scenario.quarantineBucket) {
    return checkQuarantined(watching, step, held);
  }
  if (isCopy(step)) {
    const source = watching.sources.of(step);
    return source === undefined
      ? [violation(4, step, 'what the copy was made from is not one version')]
      : [
          ...checkEncryption(watching, step, source.object, copy, source),
          ...checkGrants(watching, step, source, held),
        ];
  }
  const altered = alteredIn(change);
  if (altered === undefined || bucket.was === undefined) {
    return [violation(4, step, 'something was written that is neither an update nor a copy')];
  }
  const { was, is } = altered;
  return [
    ...(was.encryption === is.encryption
      ? NOTHING
      : checkEncryption(watching, step, was, is, { bucket: bucket.name, key: change.key })),
    ...(was.acl === is.acl ? NOTHING : [violation(4, step, 'an ACL was written')]),
  ];
};

const checkEncryption = (
  { scenario, looks }: Watching,
  step: CallStep,
  was: StoredObject,
  is: StoredObject,
  from: Source | { readonly bucket: string; readonly key: string },
): readonly Finding[] => {
  const bucket = typeof from.bucket === 'string' ? from.bucket : from.bucket.name;
  const mayRekey = mayRekeyIn(bucket, scenario.keys);
  const why = weakness(step.before, was.encryption, is.encryption, mayRekey);
  const { encryption } = is;
  const lacksBucketKey =
    encryption.kind === 'sse-kms' && !encryption.bucketKey && asksBucketKey(bucket);
  if (why === undefined) {
    return lacksBucketKey ? [violation(4, step, 'its rule asks for a bucket key')] : NOTHING;
  }
  // what was read might become this, and a user has changed it since
  const place = { bucket, key: from.key };
  const read: readonly Look[] =
    step.name === 'UpdateObjectEncryption' ? looks.judged(place) : looks.own(step, 'HeadObject');
  const wasRight = read.some(
    ({ at, version }) =>
      version?.kind === 'object' &&
      looks.changedSince(place, at) &&
      weakness(step.before, version.encryption, encryption, mayRekey) === undefined,
  );
  return wasRight ? [window(4, 'key-changed-before-write')] : [violation(4, step, why)];
};

const checkGrants = (
  { looks }: Watching,
  step: CallStep,
  source: Held,
  copy: Held,
): readonly Finding[] => {
  const [had, has] = [grantsOf(source), grantsOf(copy)];
  const isWithin = (given: ReadonlySet<string>): boolean =>
    [...has].every((grant) => given.has(grant));
  if (isWithin(had)) return NOTHING;
  const place = placeOf(step);
  const wasRead = looks.own(step, 'GetObjectAcl').some(({ at, version }) => {
    const told =
      version?.kind === 'object' ? { bucket: source.bucket, object: version } : undefined;
    return told !== undefined && looks.changedSince(place, at) && isWithin(grantsOf(told));
  });
  return wasRead
    ? [window(4, 'attributes-changed-before-copy')]
    : [violation(4, step, 'the copy gives more than its source')];
};

/** There everything is under the stack's own key, and nobody but its owner is given anything. */
const checkQuarantined = (
  { scenario, sources }: Watching,
  step: CallStep,
  { bucket, object }: Held,
): readonly Finding[] => {
  const { encryption } = object;
  const isOurs =
    (encryption.kind === 'sse-kms' || encryption.kind === 'dsse-kms') &&
    encryption.keyArn === scenario.keys.quarantine;
  if (!isOurs) return [violation(4, step, 'it is not under the key of the quarantine')];
  if (grantsOf({ bucket, object }).size > 0) return [violation(4, step, 'it is given to others')];
  if (!isCopy(step)) return NOTHING;
  const source = sources.of(step);
  const why =
    source === undefined
      ? 'what it was made from is not one version'
      : weakness(step.before, source.object.encryption, encryption, () => true);
  return why === undefined ? NOTHING : [violation(4, step, why)];
};
