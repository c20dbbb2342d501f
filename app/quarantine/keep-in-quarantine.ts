import type { CopyTask, OnlyIf } from '../../core/copies/copy-task.ts';
import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import type { Move, Outcome } from '../../core/orders/order.ts';
import { flawOfQuarantined } from '../../core/quarantine/flaw-of-quarantined.ts';
import { isManifestOf } from '../../core/quarantine/is-manifest-of.ts';
import type { MoveManifest } from '../../core/quarantine/manifest.ts';
import { moveTask } from '../../core/quarantine/move-task.ts';
import { refused, toOutcome } from '../../core/quarantine/refused.ts';
import type { MovePorts } from './quarantine-ports.ts';

type Kept = { readonly kind: 'kept'; readonly manifest: MoveManifest };
type Made = { readonly kind: 'made'; readonly etag: string };

/**
 * The copy and its manifest. Those of an earlier attempt are good only where the manifest names that very copy and
 * the object still is as it tells; else both are made anew over them, and the bucket keeps the older versions.
 */
export const keepInQuarantine = async (
  ports: MovePorts,
  order: Move,
  source: ObjectAttributes,
  timeLeft: () => number,
): Promise<Kept | 'source-gone' | 'continue' | Outcome> => {
  const { intentId, ref } = order;
  const task = moveTask(intentId, source, ports.quarantine);
  // read after the source: whatever is written over this has all that the source had then
  const there = await ports.readAttributes(task.to);
  if (there.kind === 'unreadable') {
    const words = `an earlier copy in quarantine cannot be read: ${there.words ?? there.cause}`;
    return refused('CopyUnreadable', words);
  }
  const copy = there.kind === 'attributes' ? there.attributes : undefined;
  const earlier = await ports.readManifest(ref.bucket, intentId);
  if (
    copy !== undefined &&
    earlier !== undefined &&
    isManifestOf(earlier.manifest, source, copy.etag) &&
    flawOfQuarantined(task, copy) === undefined
  ) {
    return { kind: 'kept', manifest: earlier.manifest };
  }
  const made = await makeCopy(ports, { ...task, onlyIf: over(copy?.etag) }, timeLeft);
  return typeof made === 'string' || made.kind !== 'made'
    ? made
    : writeManifest(ports, order, { source, copyEtag: made.etag }, over(earlier?.etag));
};

const over = (etag: string | undefined): OnlyIf =>
  etag === undefined ? { kind: 'absent' } : { kind: 'etag', etag };

const makeCopy = async (
  { copyWhole }: MovePorts,
  task: CopyTask,
  timeLeft: () => number,
): Promise<Made | 'source-gone' | 'continue' | Outcome> => {
  const copied = await copyWhole(task, timeLeft);
  switch (copied.kind) {
    case 'copied':
      // found instead of made, as a copy in parts may be: its annotations may be older than what we read
      return task.onlyIf.kind === 'etag' && copied.etag === task.onlyIf.etag
        ? 'continue'
        : { kind: 'made', etag: copied.etag };
    case 'source-changed':
      return 'source-gone';
    case 'destination-changed':
      throw new Error('another attempt of this order copies as well: looked at again next time');
    case 'unfinished':
      return 'continue';
    case 'refused':
      return copied;
    default:
      return copied satisfies never;
  }
};

/** What another attempt has written meanwhile stays, and is good only where it says the same. */
const writeManifest = async (
  { keepManifest, stack, now }: MovePorts,
  { intentId, policyHash, because }: Move,
  of: Required<Pick<MoveManifest, 'source' | 'copyEtag'>>,
  onlyIf: OnlyIf,
): Promise<Kept | Outcome> => {
  const at = now().toISOString();
  const kept = await keepManifest(
    { v: 1, kind: 'move', intentId, policyHash, stack, at, because, ...of },
    onlyIf,
  );
  if (kept.kind !== 'kept') return toOutcome(kept);
  if (!isManifestOf(kept.manifest, of.source, of.copyEtag)) {
    throw new Error('another attempt of this order wrote its manifest: looked at again next time');
  }
  return { kind: 'kept', manifest: kept.manifest };
};
