import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import type { Move, Outcome } from '../../core/orders/order.ts';
import { differingMembers } from '../../core/quarantine/differing-members.ts';
import { isPinned } from '../../core/quarantine/is-pinned.ts';
import { bucketHindrance, objectHindrance } from '../../core/quarantine/move-hindrance.ts';
import type { MoveManifest } from '../../core/quarantine/manifest.ts';
import { quarantineKeys } from '../../core/quarantine/quarantine-keys.ts';
import { refused } from '../../core/quarantine/refused.ts';
import { whyUnreadable } from '../../core/quarantine/why-unreadable.ts';
import type { Apply } from '../apply-orders.ts';
import { flawInQuarantine } from './flaw-in-quarantine.ts';
import { keepInQuarantine } from './keep-in-quarantine.ts';
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

  const kept = await keepInQuarantine(ports, order, before.attributes, timeLeft);
  if (kept === 'source-gone') return noLongerThere(ports, order);
  if (kept === 'continue' || kept.kind !== 'kept') return kept;
  return verifyAndRemove(ports, order, kept.manifest);
};

/** The copy against its manifest, the manifest against the object as it is now; what is deleted has passed both. */
const verifyAndRemove = async (
  ports: MovePorts,
  order: Move,
  manifest: MoveManifest,
): Promise<Outcome> => {
  const flaw = await flawInQuarantine(ports, manifest);
  if (flaw !== undefined) {
    return refused('CopyDiffers', `nothing was deleted, since of the copy in quarantine: ${flaw}`);
  }
  const { source } = manifest;
  const after = await readPinned(ports, order);
  if ('outcome' in after) return after.outcome;
  const changed = differingMembers(source, after.attributes);
  if (changed.length > 0) return toChanged(changed);
  // a copy takes a while, and once versioning is suspended a delete marker replaces the null version
  const hindrance = bucketHindrance(order, await ports.readVersioning(order.ref.bucket));
  return hindrance ?? removeOriginal(ports, source, movedTo(ports, order));
};

type Pinned = { readonly attributes: ObjectAttributes } | { readonly outcome: Outcome };

const readPinned = async (ports: MovePorts, order: Move): Promise<Pinned> => {
  const reading = await ports.readAttributes(order.ref);
  if (reading.kind === 'unreadable') {
    return { outcome: refused('NotReadable', whyUnreadable(reading, order.because)) };
  }
  return reading.kind === 'attributes' && isPinned(order.pin, reading.attributes)
    ? { attributes: reading.attributes }
    : { outcome: await noLongerThere(ports, order) };
};

/** Gone or overwritten: by an earlier attempt of this very order, or by somebody else. */
const noLongerThere = async (ports: MovePorts, order: Move): Promise<Outcome> => {
  const { ref, intentId } = order;
  const manifest = (await ports.readManifest(ref.bucket, intentId))?.manifest;
  const isMoved =
    manifest?.kind === 'move' && (await flawInQuarantine(ports, manifest)) === undefined;
  if (isMoved) return { kind: 'applied', movedTo: movedTo(ports, order) };
  return { kind: 'superseded', words: 'what was to be moved is no longer there' };
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
