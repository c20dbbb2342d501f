import type { UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import type { BreakerState, Resumed } from '../core/breaker/breaker-state.ts';
import { type Asking, hourOf } from '../core/breaker/decide.ts';
import { expiryOf } from './breaker-item.ts';

/** One conditional write of a breaker's item. */
export type BreakerUpdate = Required<
  Pick<
    UpdateItemCommandInput,
    'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeNames'
  >
> &
  Pick<UpdateItemCommandInput, 'ExpressionAttributeValues'>;

/** Nearly every order: the breaker is closed, and its hour goes on. */
export const countOne = ({ now, limit }: Asking): BreakerUpdate => ({
  UpdateExpression: 'ADD #orders :one',
  ConditionExpression: 'attribute_not_exists(#openedAt) AND #hour = :hour AND #orders < :limit',
  ExpressionAttributeNames: names('orders', 'openedAt', 'hour'),
  ExpressionAttributeValues: {
    ':one': { N: '1' },
    ':hour': { S: hourOf(now) },
    ':limit': { N: String(limit) },
  },
});

/** The first order of an hour, and the one that opens it: written only over exactly what was decided on. */
export const replaceBy = (from: BreakerState | undefined, to: BreakerState): BreakerUpdate => ({
  ...(to.opened === undefined
    ? {
        UpdateExpression: 'SET #hour = :hour, #orders = :orders, #expires = :expires',
        ExpressionAttributeNames: names('hour', 'orders', 'openedAt', 'expires'),
      }
    : {
        UpdateExpression:
          'SET #hour = :hour, #orders = :orders, #openedAt = :openedAt, #openedBy = :openedBy REMOVE #expires',
        ExpressionAttributeNames: names('hour', 'orders', 'openedAt', 'openedBy', 'expires'),
      }),
  ConditionExpression:
    from === undefined
      ? 'attribute_not_exists(#hour) AND attribute_not_exists(#openedAt)'
      : '#hour = :wasHour AND #orders = :wasOrders AND attribute_not_exists(#openedAt)',
  ExpressionAttributeValues: {
    ':hour': { S: to.hour },
    ':orders': { N: String(to.orders) },
    ...(to.opened === undefined
      ? { ':expires': { N: expiryOf(to.hour) } }
      : { ':openedAt': { S: to.opened.at }, ':openedBy': { S: to.opened.by } }),
    ...(from && { ':wasHour': { S: from.hour }, ':wasOrders': { N: String(from.orders) } }),
  },
});

/** Changes nothing: it holds where the breaker is open, and needs no right that a writer does not have already. */
export const ifOpen: BreakerUpdate = {
  UpdateExpression: 'SET #openedAt = #openedAt',
  ConditionExpression: 'attribute_exists(#openedAt)',
  ExpressionAttributeNames: { '#openedAt': 'openedAt' },
};

/** Closes an open breaker and begins to count anew. */
export const resumeAt = ({ at, by, reason }: Resumed): BreakerUpdate => ({
  UpdateExpression:
    'SET #orders = :none, #resumedAt = :at, #resumedBy = :by, #resumedReason = :reason, #expires = :expires REMOVE #openedAt, #openedBy',
  ConditionExpression: 'attribute_exists(#openedAt)',
  ExpressionAttributeNames: names(
    'orders',
    'openedAt',
    'openedBy',
    'resumedAt',
    'resumedBy',
    'resumedReason',
    'expires',
  ),
  ExpressionAttributeValues: {
    ':none': { N: '0' },
    ':at': { S: at },
    ':by': { S: by },
    ':reason': { S: reason },
    ':expires': { N: expiryOf(at) },
  },
});

// some of them are words that DynamoDB keeps for itself, and it refuses a name that no expression uses
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ReservedWords.html
const names = (...all: readonly string[]): Record<string, string> =>
  Object.fromEntries(all.map((name) => [`#${name}`, name]));
