import type { Refusal } from '../../core/copies/refusal.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { TagReading } from '../../core/objects/object-facts.ts';
import type { Isolate, Outcome } from '../../core/orders/order.ts';
import { MARKER, MOST_TAGS } from '../../core/quarantine/marker.ts';
import { mergeMarker } from '../../core/quarantine/merge-marker.ts';
import { refused, toOutcome } from '../../core/quarantine/refused.ts';
import type { IsolatePorts } from './quarantine-ports.ts';

type Ports = Pick<IsolatePorts, 'readTags' | 'putTags'>;
type Tags = Readonly<Record<string, string>>;

/** The tags of a version that has the marker or room for it; else what to say of it: full, gone. */
export const readRoom = async (
  { readTags }: Ports,
  ref: Ref,
): Promise<{ readonly kind: 'room'; readonly tags: Tags } | Outcome> => {
  const reading = await readTags(ref);
  if (reading.kind !== 'tags') return toUnread(reading);
  return mergeMarker(reading.tags, '').kind === 'no-room'
    ? NO_ROOM
    : { kind: 'room', tags: reading.tags };
};

/** `wrote`: tags were written, whatever came of it. */
export type Marked = { readonly outcome: Outcome; readonly wrote: boolean };

/**
 * Reads, merges, looks once more, writes, and reads again. Somebody who wrote tags in between has replaced ours, so
 * that what is there then is merged once more; what they wrote between our read and our write is lost, since S3 has
 * no precondition.
 */
export const markVersion = async (
  ports: Ports,
  { ref, because }: Pick<Isolate, 'ref' | 'because'>,
  whyChanged: () => Promise<Outcome | undefined>,
  wrote: 0 | 1 | 2 = 0,
): Promise<Marked> => {
  const end = (outcome: Outcome): Marked => ({ outcome, wrote: wrote > 0 });
  const reading = await ports.readTags(ref);
  if (reading.kind !== 'tags') return end(toUnread(reading));
  const merged = mergeMarker(reading.tags, because.rule);
  if (merged.kind === 'there') return end({ kind: 'applied' });
  if (merged.kind === 'no-room') return end(NO_ROOM);
  const changed = await whyChanged();
  if (changed !== undefined) return end(changed);
  if (wrote === 2) {
    throw new Error('the marker does not stay: somebody else writes tags at the same time');
  }
  const put = await ports.putTags(ref, merged.tags);
  return put.kind === 'done'
    ? markVersion(ports, { ref, because }, whyChanged, wrote === 0 ? 1 : 2)
    : end(toOutcome(put));
};

/** Takes off the marker that an order of this rule wrote, and leaves every other tag. Answers whether it was there. */
export const unmarkVersion = async (ports: Ports, ref: Ref, rule: string): Promise<boolean> => {
  const reading = await ports.readTags(ref);
  if (reading.kind === 'changed') return false; // gone
  if (reading.kind !== 'tags') throw stillMarked(reading.words);
  if (reading.tags[MARKER] !== rule) return false;
  const others = Object.entries(reading.tags).filter(([name]) => name !== MARKER);
  const put = await ports.putTags(ref, Object.fromEntries(others));
  if (put.kind === 'refused') throw stillMarked(put.words);
  return put.kind === 'done';
};

const stillMarked = (words: string): Error =>
  new Error(`a newer object may be marked and cannot be unmarked: ${words}`);

const NO_ROOM: Outcome = refused(
  'TooManyTags',
  `it has ${MOST_TAGS} tags, as many as S3 allows: remove one, then judge it again`,
);

const toUnread = (reading: Exclude<TagReading, { kind: 'tags' }> | Refusal): Outcome =>
  reading.kind === 'tags-unreadable'
    ? refused('TagsUnreadable', `its tags cannot be read: ${reading.words}`)
    : toOutcome(reading);
