// An event hold protects until it is released, and for its duration from then on.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ObjectLockRetention.html status: documented
// That no bypass lifts it, and the words of the refusals status: assumed
import type { Refused } from '../call.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { invalidArgument } from './refusals.ts';
import type { EventHold, Retention } from './stored-object.ts';

export type EventHoldRequest = {
  readonly ObjectLockEventHold?: string | undefined;
  readonly ObjectLockEventHoldDurationDays?: number | undefined;
  readonly ObjectLockEventHoldDurationYears?: number | undefined;
};

const MOST_DAYS = 36_500;
const MOST_YEARS = 100;
const DAY = 24 * 60 * 60 * 1000;

const isWithin = (value: number | undefined, most: number): boolean =>
  value === undefined || (value >= 1 && value <= most);

export const readEventHold = ({
  ObjectLockEventHold: hold,
  ObjectLockEventHoldDurationDays: days,
  ObjectLockEventHoldDurationYears: years,
}: EventHoldRequest): { readonly eventHold: EventHold | undefined } | Refused => {
  const given = [days, years].filter((value) => value !== undefined).length;
  if (hold !== 'ON') {
    return given === 0
      ? { eventHold: undefined }
      : invalidArgument('An event hold duration needs an event hold that is ON');
  }
  return given === 1 && isWithin(days, MOST_DAYS) && isWithin(years, MOST_YEARS)
    ? { eventHold: withoutUndefined({ days, years }) as EventHold }
    : invalidArgument('An event hold needs a duration in either days or years');
};

/** What protects once the hold is released. */
export const retentionAfter = (
  { days, years = 0 }: EventHold,
  mode: Retention['mode'],
  now: number,
): Retention => ({ mode, until: now + (days ?? years * 365) * DAY });

export const showEventHold = (eventHold: EventHold | undefined) =>
  eventHold === undefined
    ? {}
    : {
        ObjectLockEventHold: 'ON' as const,
        ObjectLockEventHoldDurationDays: eventHold.days,
        ObjectLockEventHoldDurationYears: eventHold.years,
      };
