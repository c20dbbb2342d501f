import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import { familyOf } from '../../scenario/scenario.ts';
import { detailOf, type Place } from '../ledger/record-of.ts';
import { basesOf } from './basis.ts';
import { keyToldOf, tagsOf } from './besides.ts';
import { keyOf, type Told } from './encryption-told.ts';
import type { AllSeenCalls, SeenCalls } from './seen-calls.ts';

type About = {
  readonly place: Place;
  readonly calls: SeenCalls;
  readonly seen: AllSeenCalls;
  readonly now: number;
};

const isUnreadKey = (told: Told, { seen, now }: About, what: 'manager' | 'rotation'): boolean => {
  const key = keyOf(told);
  return key !== undefined && keyToldOf(key, seen, now)[what].some((one) => one === 'unread');
};

/** Why an object that was read may be called indeterminate. */
const isUndecided = (cause: string | undefined, told: Told, about: About): boolean => {
  switch (cause) {
    case 'managed-elsewhere':
      return told.kind === 'managed-elsewhere';
    case 'tags-unreadable':
      return tagsOf(about.place, about.calls).includes('unread');
    case 'key-unreadable':
      return isUnreadKey(told, about, 'manager');
    case 'rotation-unreadable':
      return isUnreadKey(told, about, 'rotation');
    default:
      return false;
  }
};

/** Whether all that the object's rule asks for was read. */
const isDecided = (verdict: string | undefined, told: Told, about: About): boolean => {
  const { place, calls, seen, now } = about;
  switch (familyOf(place.bucket)) {
    case 'tagged':
      return tagsOf(place, calls).some((tags) => tags !== 'unread');
    case 'report': {
      const key = keyOf(told);
      if (verdict !== 'compliant' || key === undefined) return true;
      const { manager, rotation } = keyToldOf(key, seen, now);
      return manager.some((one) => one !== 'unread') && rotation.some((one) => one !== 'unread');
    }
    default:
      return true;
  }
};

/** What is wrong with a verdict, by what its invocation could read. */
export const flawOfUnread = (record: LedgerRecord, about: About): string | undefined => {
  const { verdict, cause } = detailOf(record);
  const bases = basesOf(about.place, about.calls);
  if (bases.length === 0) return `is \`${verdict}\` without a HEAD`;
  const objects = bases.flatMap((basis) => (basis.kind === 'object' ? [basis.told] : []));
  if (verdict === 'gone') {
    return bases.some(({ kind }) => kind === 'gone') ? undefined : 'is `gone`, and it is there';
  }
  if (verdict === 'indeterminate') {
    const isUnreadable = bases.some((one) => one.kind === 'unreadable' && one.cause === cause);
    return isUnreadable || objects.some((told) => isUndecided(cause, told, about))
      ? undefined
      : `is indeterminate by \`${cause}\`, which nobody was told`;
  }
  if (objects.length === 0) return `is \`${verdict}\`, and could not be read`;
  return objects.some((told) => isDecided(verdict, told, about))
    ? undefined
    : `is \`${verdict}\`, although what its rule asks for could not be read`;
};
