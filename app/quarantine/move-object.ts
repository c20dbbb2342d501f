import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import type { Move, Outcome } from '../../core/orders/order.ts';
import { differingMembers } from '../../core/quarantine/differing-members.ts';
import { isPinned } from '../../core/quarantine/is-pinned.ts';
import { bucketHindrance, objectHindrance } from '../../core/quarantine/move-hindrance.ts';
import { moveTask } from '../../core/quarantine/move-task.ts';
import { quarantineKeys } from '../../core/quarantine/quarantine-keys.ts';
import { refused, toOutcome } from '../../core/quarantine/refused.ts';
import type { Apply } from '../apply-orders.ts';
import { copyIntoQuarantine, flawInQuarantine } from './copy-in-quarantine.ts';
import type { MovePorts } from './quarantine-ports.ts';
import { removeOriginal } from './remove-original.ts';

/**
 * Copies one exact version into quarantine with everything, writes the manifest, reads both back, and only then
 * deletes it. Begun again after a crash anywhere in between, it comes to the same end.
 * INVARIANT: nothing is deleted before its copy and its manifest have been read and found whole.
 */
export const createMoveObject =
  (ports: MovePorts): Apply<'move'> =>
  async (order, timeLeft) => {
    const outcome = await move(ports, order, timeLeft);
    if (outcome !== 'continue') await ports.abandonCopy(order.intentId);
    return outcome;
  };

const move = async (
  ports: MovePorts,
  order: Move,
  timeLeft: () => number,
): Promise<Outcome | 'continue'> => {
  const before = await readPinned(ports, order);
  if ('outcome' in before) return before.outcome;
  const hindrance =
    bucketHindrance(order, await ports.readVersioning(order.ref.bucket)) ??
    objectHindrance(before.attributes, ports.now());
  if (hindrance !== undefined) return hindrance;

  const task = moveTask(order.intentId, before.attributes, ports.quarantine);
  const copied = await copyIntoQuarantine(ports, task, timeLeft);
  if (copied === 'source-gone') return noLongerThere(ports, order);
  if (copied !== 'there') return copied;

  const kept = await keepManifest(ports, order, before.attributes);
  return 'outcome' in kept ? kept.outcome : verifyAndRemove(ports, order, kept.source);
};

/** `source` is what a release goes by: as the manifest tells it, which an earlier attempt may have written. */
const verifyAndRemove = async (
  ports: MovePorts,
  order: Move,
  source: ObjectAttributes,
): Promise<Outcome> => {
  const flaw = await flawInQuarantine(ports, moveTask(order.intentId, source, ports.quarantine));
  if (flaw !== undefined) {
    return refused('CopyDiffers', `nothing was deleted, since of the copy in quarantine: ${flaw}`);
  }

  const after = await readPinned(ports, order);
  if ('outcome' in after) return after.outcome;
  const changed = differingMembers(source, after.attributes);
  return changed.length > 0
    ? toChanged(changed)
    : removeOriginal(ports, source, movedTo(ports, order));
};

type Pinned = { readonly attributes: ObjectAttributes } | { readonly outcome: Outcome };

const readPinned = async (ports: MovePorts, order: Move): Promise<Pinned> => {
  const reading = await ports.readAttributes(order.ref);
  if (reading.kind === 'unreadable') {
    const words = `its attributes cannot be read: ${reading.words ?? reading.cause}`;
    return { outcome: refused('NotReadable', words) };
  }
  return reading.kind === 'attributes' && isPinned(order.pin, reading.attributes)
    ? { attributes: reading.attributes }
    : { outcome: await noLongerThere(ports, order) };
};

/** Gone or overwritten: by an earlier attempt of this very order, or by somebody else. */
const noLongerThere = async (ports: MovePorts, order: Move): Promise<Outcome> => {
  const { ref, intentId } = order;
  const manifest = await ports.readManifest(ref.bucket, intentId);
  if (manifest?.kind === 'move') {
    const task = moveTask(intentId, manifest.source, ports.quarantine);
    if ((await flawInQuarantine(ports, task)) === undefined) {
      return { kind: 'applied', movedTo: movedTo(ports, order) };
    }
  }
  return { kind: 'superseded', words: 'what was to be moved is no longer there' };
};

const keepManifest = async (
  ports: MovePorts,
  { intentId, policyHash, because }: Move,
  source: ObjectAttributes,
): Promise<{ readonly source: ObjectAttributes } | { readonly outcome: Outcome }> => {
  const kept = await ports.keepManifest({
    v: 1,
    kind: 'move',
    intentId,
    policyHash,
    stack: ports.stack,
    at: ports.now().toISOString(),
    because,
    source,
  });
  if (kept.kind !== 'kept') return { outcome: toOutcome(kept) };
  if (kept.manifest.kind !== 'move') {
    throw new Error(`the manifest of intent ${intentId} is of another order`);
  }
  return { source: kept.manifest.source };
};

/** Somebody is at work on the object: what was copied is not what is there. */
const toChanged = (members: readonly (keyof ObjectAttributes)[]): Outcome => {
  const names = members.map((name) => `\`${name}\``).join(', ');
  return members.includes('encryption')
    ? { kind: 'superseded', words: 'it is encrypted otherwise by now' }
    : refused('ChangedMeanwhile', `nothing was deleted, since it changed meanwhile: ${names}`);
};

const movedTo = ({ quarantine }: MovePorts, { intentId, ref }: Move): string =>
  `s3://${quarantine.bucket}/${quarantineKeys(ref.bucket, intentId).object}`;
