import { isGuarded } from '../../core/guard/is-guarded.ts';
import type { Isolate, Outcome } from '../../core/orders/order.ts';
import { isPinned } from '../../core/quarantine/is-pinned.ts';
import type { KnownAttributes } from '../../core/quarantine/manifest.ts';
import { refused, toOutcome } from '../../core/quarantine/refused.ts';
import type { Apply } from '../apply-orders.ts';
import { markVersion, readRoom, unmarkVersion } from './mark-version.ts';
import type { IsolatePorts } from './quarantine-ports.ts';

/**
 * Marks one exact version with the tag that the bucket's deny statement looks for, beside all that it has. The object
 * itself stays where and as it is; the manifest comes first, so that no object is marked without a trace.
 */
export const createIsolateObject =
  (ports: IsolatePorts): Apply<'isolate'> =>
  async (order) => {
    const { ref, because } = order;
    const room = (await whyUnguarded(ports, ref.bucket)) ?? (await whyChanged(ports, order));
    if (room !== undefined) return room;
    const found = await readRoom(ports, ref);
    if (found.kind !== 'room') return found;

    const source = await readKnown(ports, order, found.tags);
    if ('kind' in source) return source;
    const kept = await ports.keepManifest({
      v: 1,
      kind: 'isolate',
      intentId: order.intentId,
      policyHash: order.policyHash,
      stack: ports.stack,
      at: ports.now().toISOString(),
      because,
      source,
    });
    if (kept.kind !== 'kept') return toOutcome(kept);

    const marked = await markVersion(ports, ref, because.rule);
    if (marked.kind !== 'applied') return marked;
    // a tag write has no precondition: what was overwritten in between is not what the order is about
    const changed = await whyChanged(ports, order);
    if (changed === undefined) return marked;
    await unmarkVersion(ports, ref);
    return changed;
  };

const whyUnguarded = async (
  { readBucketPolicy, partition, trustedRoles }: IsolatePorts,
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
        `nothing denies access to isolated objects: run \`sealward guard ${bucket}\` and add what it prints to the policy of the bucket`,
      );
};

/** Where a version id pins nothing (a bucket without versioning, or the null version), ETag and date have to. */
const whyChanged = async (
  { readObject }: IsolatePorts,
  { ref, pin }: Isolate,
): Promise<Outcome | undefined> => {
  if (pin.kind === 'version') return undefined;
  const reading = await readObject(ref);
  if (reading.kind === 'unreadable') {
    return refused('NotReadable', `it cannot be read: ${reading.words ?? reading.cause}`);
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
