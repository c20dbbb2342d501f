import type { Refusal } from '../../core/copies/refusal.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { TagReading } from '../../core/objects/object-facts.ts';
import type { Outcome } from '../../core/orders/order.ts';
import { MARKER, MOST_TAGS } from '../../core/quarantine/marker.ts';
import { mergeMarker } from '../../core/quarantine/merge-marker.ts';
import { refused, toOutcome } from '../../core/quarantine/refused.ts';
import type { IsolatePorts } from './quarantine-ports.ts';

type Ports = Pick<IsolatePorts, 'readTags' | 'putTags'>;
type Tags = Readonly<Record<string, string>>;

/** The tags of a version that has room for the marker; else what to say of it: isolated already, full, gone. */
export const readRoom = async (
  { readTags }: Ports,
  ref: Ref,
): Promise<{ readonly kind: 'room'; readonly tags: Tags } | Outcome> => {
  const reading = await readTags(ref);
  if (reading.kind !== 'tags') return toUnread(reading);
  switch (mergeMarker(reading.tags, '').kind) {
    case 'there':
      return { kind: 'applied' };
    case 'no-room':
      return NO_ROOM;
    default:
      return { kind: 'room', tags: reading.tags };
  }
};

/**
 * Reads, merges, writes, and reads again. Somebody who wrote tags in between has replaced ours, so that what is there
 * then is merged once more; what they wrote between our read and our write is lost, since S3 has no precondition.
 */
export const markVersion = async (
  ports: Ports,
  ref: Ref,
  rule: string,
  tries = 2,
): Promise<Outcome> => {
  const reading = await ports.readTags(ref);
  if (reading.kind !== 'tags') return toUnread(reading);
  const merged = mergeMarker(reading.tags, rule);
  switch (merged.kind) {
    case 'there':
      return { kind: 'applied' };
    case 'no-room':
      return NO_ROOM;
    default:
  }
  if (tries === 0) {
    throw new Error('the marker does not stay: somebody else writes tags at the same time');
  }
  const put = await ports.putTags(ref, merged.tags);
  return put.kind === 'done' ? markVersion(ports, ref, rule, tries - 1) : toOutcome(put);
};

/** Takes the marker off again and leaves every other tag. */
export const unmarkVersion = async (ports: Ports, ref: Ref): Promise<void> => {
  const reading = await ports.readTags(ref);
  if (reading.kind !== 'tags' || !Object.keys(reading.tags).includes(MARKER)) return;
  const others = Object.entries(reading.tags).filter(([name]) => name !== MARKER);
  const put = await ports.putTags(ref, Object.fromEntries(others));
  if (put.kind === 'refused') {
    throw new Error(`a newer object was marked and cannot be unmarked: ${put.words}`);
  }
};

const NO_ROOM: Outcome = refused(
  'TooManyTags',
  `it has ${MOST_TAGS} tags, as many as S3 allows: remove one, then judge it again`,
);

const toUnread = (reading: Exclude<TagReading, { kind: 'tags' }> | Refusal): Outcome =>
  reading.kind === 'tags-unreadable'
    ? refused('TagsUnreadable', `its tags cannot be read: ${reading.words}`)
    : toOutcome(reading);
