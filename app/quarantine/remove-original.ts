import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { Reading } from '../../core/objects/object-facts.ts';
import type { Outcome } from '../../core/orders/order.ts';
import type { Done } from '../../core/quarantine/done.ts';
import { refused } from '../../core/quarantine/refused.ts';
import type { MovePorts } from './quarantine-ports.ts';

type Ports = Pick<MovePorts, 'readObject' | 'removeCurrent' | 'removeVersion'>;

/** Deletes what has been copied and verified. Older data never becomes current by it. */
export const removeOriginal = async (
  ports: Ports,
  { ref, etag }: ObjectAttributes,
  movedTo: string,
): Promise<Outcome> => {
  if (ref.versionId !== undefined) {
    return removeVersion(ports, { ref: { ...ref, versionId: ref.versionId }, etag }, movedTo);
  }
  const removed = await ports.removeCurrent(ref, etag);
  switch (removed.kind) {
    case 'done':
      return { kind: 'applied', movedTo };
    case 'changed': {
      const words = `somebody overwrote or deleted it before we could: ${removed.words}`;
      return { kind: 'applied', movedTo, words };
    }
    default:
      return removed;
  }
};

type Version = {
  readonly ref: ObjectAttributes['ref'] & { readonly versionId: string };
  readonly etag: string;
};

/**
 * A version that is current gets a delete marker on top first, else the one below would be what a GET answers. That
 * it is not current is read right before it goes: S3 has no precondition for the delete of a version.
 */
const removeVersion = async (ports: Ports, version: Version, movedTo: string): Promise<Outcome> => {
  const { bucket, key } = version.ref;
  const current = await ports.readObject({ bucket, key });
  if (current.kind === 'unreadable') {
    const words = `nothing was deleted, since the current version cannot be read: ${current.words ?? current.cause}`;
    return refused('CurrentUnreadable', words);
  }
  const wasCurrent = isCurrent(current, version);
  if (wasCurrent) {
    const marked = await putMarker(ports, version);
    if (marked.kind === 'refused') return marked;
  }
  const removed = await ports.removeVersion(version.ref);
  if (removed.kind !== 'refused') return { kind: 'applied', movedTo }; // gone is gone
  const hidden = wasCurrent ? '; a delete marker hides it' : '';
  return { ...removed, words: `${removed.words} (its copy is in quarantine${hidden})` };
};

/** An SSE-C object tells no version, and is none that could have been copied. */
const isCurrent = (reading: Reading, { ref }: Version): boolean =>
  reading.kind === 'object' && reading.ref.versionId === ref.versionId;

const putMarker = async (ports: Ports, version: Version): Promise<Done | Refusal> => {
  const marked = await ports.removeCurrent(version.ref, version.etag);
  if (marked.kind !== 'changed') return marked;
  // somebody wrote or deleted in between, so that it is not current any more; unless that is gone again already
  const { bucket, key } = version.ref;
  const now = await ports.readObject({ bucket, key });
  if (now.kind === 'unreadable' || isCurrent(now, version)) {
    throw new Error('the current version changes too often: nothing was deleted');
  }
  return marked;
};
