import { familyOf } from '../../scenario/scenario.ts';
import type { Place } from '../ledger/record-of.ts';
import type { Beside } from './expected-verdict.ts';
import { keyOf, type Told } from './encryption-told.ts';
import type { AllSeenCalls, Seen, SeenCalls } from './seen-calls.ts';

type Output = Readonly<Record<string, unknown>>;
type Tags = Readonly<Record<string, string>>;

const tagsIn = ({ call: { result } }: Seen): Tags | 'unread' | undefined => {
  if (result.kind === 'error') return result.status === 403 ? 'unread' : undefined;
  const { TagSet = [] } = result.output as { TagSet?: { Key: string; Value: string }[] };
  return Object.fromEntries(TagSet.map(({ Key, Value }) => [Key, Value]));
};

/** What this invocation was told of the tags of exactly this version. */
export const tagsOf = (
  { bucket, key, version }: Place,
  { tags }: SeenCalls,
): readonly (Tags | 'unread')[] =>
  tags.flatMap((seen) => {
    const { input } = seen.call;
    const isOfThis =
      input['Bucket'] === bucket && input['Key'] === key && input['VersionId'] === version;
    const told = isOfThis ? tagsIn(seen) : undefined;
    return told === undefined ? [] : [told];
  });

type KeyTold = Required<Pick<Beside, 'manager' | 'rotation'>>;

/** What readers were told of a key within the minute for which they remember it. */
export const keyToldOf = (
  key: string,
  seen: AllSeenCalls,
  now: number,
): { readonly [K in keyof KeyTold]: readonly KeyTold[K][] } => {
  const manager: KeyTold['manager'][] = [];
  const rotation: KeyTold['rotation'][] = [];
  for (const { call } of seen.ofKey(key, now)) {
    const { name, result } = call;
    if (name === 'DescribeKey') {
      const facts = result.kind === 'ok' ? (result.output as Output)['KeyMetadata'] : undefined;
      manager.push(facts === undefined ? 'unread' : managerIn(facts as Output));
    } else if (result.kind === 'ok') {
      rotation.push((result.output as Output)['KeyRotationEnabled'] === true);
    } else {
      rotation.push(result.code === 'UnsupportedOperationException' ? false : 'unread');
    }
  }
  return { manager, rotation };
};

const managerIn = (facts: Output): 'aws' | 'customer' =>
  facts['KeyManager'] === 'AWS' ? 'aws' : 'customer';

/** Everything that a verdict on this version may have rested on; one empty answer where nothing was asked. */
export const besidesOf = (
  place: Place,
  told: Told,
  calls: SeenCalls,
  seen: AllSeenCalls,
  now: number,
): readonly Beside[] => {
  switch (familyOf(place.bucket)) {
    case 'tagged': {
      const tags = tagsOf(place, calls);
      return tags.length === 0 ? [{}] : tags.map((one) => ({ tags: one }));
    }
    case 'report': {
      const key = keyOf(told);
      if (key === undefined) return [{}];
      const { manager, rotation } = keyToldOf(key, seen, now);
      const pairs = manager.flatMap((one) =>
        rotation.map((other) => ({ manager: one, rotation: other })),
      );
      return pairs.length === 0 ? [{}] : pairs;
    }
    default:
      return [{}];
  }
};
