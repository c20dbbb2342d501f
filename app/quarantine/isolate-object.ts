import { isGuarded } from '../../core/guard/is-guarded.ts';
import type { Isolate, Outcome } from '../../core/orders/order.ts';
import { isPinned } from '../../core/quarantine/is-pinned.ts';
import type { IsolateManifest, KnownAttributes } from '../../core/quarantine/manifest.ts';
import { refused, toOutcome } from '../../core/quarantine/refused.ts';
import { whyUnreadable } from '../../core/quarantine/why-unreadable.ts';
import type { Apply } from '../apply-orders.ts';
import { markVersion, readRoom, unmarkVersion } from './mark-version.ts';
import type { IsolatePorts } from './quarantine-ports.ts';

/**
 * Marks one exact version with the tag that the bucket's deny statement looks for, beside all that it has. The object
 * itself stays where and as it is; the manifest comes first, so that no object is marked without a trace. A marker
 * that is there already takes no short cut: its uploader may have written it.
 */
export const createIsolateObject =
  (ports: IsolatePorts): Apply<'isolate'> =>
  async (order) => {
    const { ref } = order;
    const gone = await whyChanged(ports, order);
    if (gone !== undefined) return afterEarlierTry(ports, order, gone);
    const unguarded = await whyUnguarded(ports, ref.bucket);
    if (unguarded !== undefined) return unguarded;
    const found = await readRoom(ports, ref);
    if (found.kind !== 'room') return found;
    const source = await readKnown(ports, order, found.tags);
    if ('kind' in source) return source;
    const kept = await ports.keepManifest(manifestOf(ports, order, source), { kind: 'absent' });
    if (kept.kind !== 'kept') return toOutcome(kept);

    const changedNow = async () => whyChanged(ports, order);
    const { outcome, wrote } = await markVersion(ports, order, changedNow);
    if (!wrote && outcome.kind !== 'applied') return outcome;
    const changed = await changedNow();
    if (changed === undefined) return outcome;
    return wrote ? giveBack(ports, order, changed) : changed;
  };

/** A tag write has no precondition: what was overwritten in between was marked in place of what the order is about. */
const giveBack = async (
  ports: IsolatePorts,
  { ref, because }: Isolate,
  changed: Outcome,
): Promise<Outcome> => {
  await unmarkVersion(ports, ref, because.rule);
  return changed.kind === 'superseded' ? OVERWRITTEN : changed;
};

/** An earlier try wrote its manifest, so it may have marked what is there now, and died before it looked. */
const afterEarlierTry = async (
  ports: IsolatePorts,
  { ref, because, intentId }: Isolate,
  changed: Outcome,
): Promise<Outcome> => {
  if (changed.kind !== 'superseded') return changed;
  const kept = await ports.readManifest(ref.bucket, intentId);
  if (kept === undefined) return changed;
  return (await unmarkVersion(ports, ref, because.rule)) ? OVERWRITTEN : changed;
};

const OVERWRITTEN: Outcome = refused(
  'OverwrittenMeanwhile',
  'it was overwritten while it was marked: tags of the newer object may have been replaced by those of the older one, so look at them (the marker is off again)',
);

const manifestOf = (
  { stack, now }: IsolatePorts,
  { intentId, policyHash, because }: Isolate,
  source: KnownAttributes,
): IsolateManifest => ({
  v: 1,
  kind: 'isolate',
  intentId,
  policyHash,
  stack,
  at: now().toISOString(),
  because,
  source,
});

const whyUnguarded = async (
  { readBucketPolicy, partition, stack, trustedRoles }: IsolatePorts,
  bucket: string,
): Promise<Outcome | undefined> => {
  const policy = await readBucketPolicy(bucket);
  if (policy.kind === 'bucket-policy-unreadable') {
    return refused('PolicyUnreadable', `the policy of the bucket cannot be read: ${policy.words}`);
  }
  return isGuarded(policy.text, { bucket, partition, trustedRoles })
    ? undefined
    : refused(
        'NoDenyStatement',
        `nothing denies access to isolated objects: run \`sealward guard ${bucket} --stack ${stack}\` and add what it prints to the policy of the bucket`,
      );
};

/** Where a version id pins nothing (a bucket without versioning, or the null version), ETag and date have to. */
const whyChanged = async (
  { readObject }: IsolatePorts,
  { ref, pin, because }: Isolate,
): Promise<Outcome | undefined> => {
  if (pin.kind === 'version') return undefined;
  const reading = await readObject(ref);
  if (reading.kind === 'unreadable') {
    return refused('NotReadable', whyUnreadable(reading, because));
  }
  return reading.kind === 'object' && isPinned(pin, reading) ? undefined : SUPERSEDED;
};

const SUPERSEDED: Outcome = {
  kind: 'superseded',
  words: 'what was to be isolated is no longer there',
};

/** All that S3 tells. Of an SSE-C object that is no more than its tags. */
const readKnown = async (
  { readAttributes }: IsolatePorts,
  { ref, pin }: Isolate,
  tags: Readonly<Record<string, string>>,
): Promise<KnownAttributes | Outcome> => {
  const reading = await readAttributes(ref);
  if (reading.kind === 'unreadable') return { ref, tags };
  return reading.kind === 'attributes' && isPinned(pin, reading.attributes)
    ? reading.attributes
    : SUPERSEDED;
};
