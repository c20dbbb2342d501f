import type { CopyTask } from '../../core/copies/copy-task.ts';
import { isEncryptedAs } from '../../core/copies/is-encrypted-as.ts';
import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import type { Reading } from '../../core/objects/object-facts.ts';
import type { Copy, CopyInParts, Outcome } from '../../core/orders/order.ts';
import { createAbandonCopy } from './abandon-copy.ts';
import type { CopyPorts } from './copy-ports.ts';
import { createCopyWhole } from './copy-whole.ts';
import { finishOwnCopy } from './finish-own-copy.ts';
import { refuseCurrentUnread, refuseUnread } from './refuse-unread.ts';
import { toOutcome } from './to-outcome.ts';
import { whoseCopy } from './whose-copy.ts';

export type CopyOntoItself = (
  order: Copy | CopyInParts,
  timeLeft: () => number, // milliseconds
) => Promise<Outcome | 'continue'>;

/**
 * Copies the object onto itself under the order's key, if it still is what the order is about. Only the current
 * version: a copy of an older one would bring its data back. A lock that was placed meanwhile is carried along.
 */
export const createCopyOntoItself = (ports: CopyPorts): CopyOntoItself => {
  const copyWhole = createCopyWhole(ports);
  const abandon = createAbandonCopy(ports);
  return async (order, timeLeft) => {
    const instead = async (outcome: Outcome): Promise<Outcome> => {
      await abandon(order.intentId); // an earlier try may have begun it in parts
      return outcome;
    };
    const reading = await ports.readAttributes(order.ref);
    if (reading.kind === 'gone') return instead(superseded('it is gone'));
    if (reading.kind === 'unreadable') return instead(refuseUnread(reading));
    const { attributes } = reading;
    const task = toTask(order, attributes);
    if (!holds(order, attributes)) {
      return (await replacedByOwn(ports, task))
        ? { kind: 'applied' }
        : instead(superseded('it was overwritten'));
    }
    const { bucket, key } = order.ref;
    const current = await ports.readObject({ bucket, key });
    if (current.kind === 'unreadable') return instead(refuseCurrentUnread(current));
    if (!isThat(current, attributes)) {
      const progress = await ports.progress.read(task.id);
      const own = await finishOwnCopy(ports, task, progress, timeLeft);
      return own === undefined
        ? instead(superseded('it no longer is the current version: a copy would bring it back'))
        : toOutcome(task, own);
    }
    const reason = whyNot(order, attributes);
    return reason === undefined
      ? toOutcome(task, await copyWhole(task, timeLeft))
      : instead(reason);
  };
};

const superseded = (words: string): Outcome => ({ kind: 'superseded', words });

const toTask = (
  { intentId, ref: { bucket, key }, to }: Copy | CopyInParts,
  attributes: ObjectAttributes,
): CopyTask => ({
  id: intentId,
  attributes,
  to: { bucket, key },
  encryption: to,
  onlyIf: { kind: 'etag', etag: attributes.etag },
  acl: 'carry',
  lock: 'carry',
});

const holds = (
  { pin }: Copy | CopyInParts,
  { ref, etag, lastModified }: ObjectAttributes,
): boolean =>
  pin.kind === 'version'
    ? ref.versionId === pin.versionId
    : etag === pin.etag && lastModified.toISOString() === pin.lastModified;

/** Without versions the copy takes the place of its source, and only what was noted before tells it from a stranger. */
const replacedByOwn = async (ports: CopyPorts, task: CopyTask): Promise<boolean> => {
  const progress = await ports.progress.read(task.id);
  if (progress === undefined) return false;
  return (await whoseCopy(ports, task, progress, task.attributes)) === 'ours';
};

const isThat = (current: Reading, { ref: { versionId }, etag }: ObjectAttributes): boolean =>
  current.kind === 'object' && current.ref.versionId === versionId && current.etag === etag;

const whyNot = (
  { to }: Copy | CopyInParts,
  { encryption, archived, storageClass }: ObjectAttributes,
): Outcome | undefined => {
  if (isEncryptedAs(encryption, to)) return superseded('it is encrypted as ordered already');
  return archived
    ? {
        kind: 'refused',
        code: 'ObjectNotInActiveTierError', // as S3 would say
        words: `it is archived (\`${storageClass}\`): restore it first`,
      }
    : undefined;
};
