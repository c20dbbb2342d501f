import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { BreakerState } from '../core/breaker/breaker-state.ts';

export type BreakerItem = Record<string, AttributeValue>;

export const PREFIX = 'breaker#';

export const breakerKey = (rule: string): BreakerItem => ({ id: { S: `${PREFIX}${rule}` } });

const KEPT_SECONDS = 30 * 86_400;

/** When a breaker that nobody asks any more goes away by itself: DynamoDB wants epoch seconds. */
export const expiryOf = (since: string): string =>
  String(Math.floor(Date.parse(since) / 1000) + KEPT_SECONDS);

/** `undefined` for an item that counts nothing. */
export const toState = (rule: string, item: BreakerItem): BreakerState | undefined => {
  const text = (name: string): string | undefined => item[name]?.S;
  const [hour, openedAt, resumedAt] = [text('hour'), text('openedAt'), text('resumedAt')];
  return hour === undefined
    ? undefined
    : {
        rule,
        hour,
        orders: Number(item['orders']?.N ?? 0),
        ...(openedAt !== undefined && { opened: { at: openedAt, by: text('openedBy') ?? '' } }),
        ...(resumedAt !== undefined && {
          resumed: {
            at: resumedAt,
            by: text('resumedBy') ?? '',
            reason: text('resumedReason') ?? '',
          },
        }),
      };
};
