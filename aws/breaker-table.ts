import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  paginateScan,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Admission } from '../core/breaker/admission.ts';
import type { BreakerState, Resumed } from '../core/breaker/breaker-state.ts';
import { type Asking, decide, deliveryId } from '../core/breaker/decide.ts';
import type { Again } from '../core/messages/order-message.ts';
import type { Order } from '../core/orders/order.ts';
import { breakerKey, PREFIX, toState } from './breaker-item.ts';
import { type BreakerUpdate, countOne, ifOpen, replaceBy, resumeAt } from './breaker-updates.ts';

const TRIES = 5;

export type AdmitWiring = {
  readonly dynamoDb: DynamoDBClient;
  readonly table: string;
  readonly limit: number; // orders of one rule within an hour
  readonly now: () => Date;
};

/**
 * Asks the circuit breaker of an order's rule, and counts the order. Every write is conditional on what was read, so
 * that writers at work at the same time lose no count and open it once. Throws what the queue should try again.
 */
export const createAdmit =
  ({ dynamoDb, table, limit, now }: AdmitWiring) =>
  async (order: Order, again?: Again): Promise<Admission> => {
    const { rule } = order.because;
    const update = createUpdate(dynamoDb, table, rule);
    for (let tried = 0; tried < TRIES; tried += 1) {
      const asking: Asking = { rule, delivery: deliveryId(order, again), limit, now: now() };
      const counted = await update(countOne(asking));
      if (counted.written) {
        return { kind: 'go' };
      }
      const { admission, next } = decide(counted.there, asking);
      if (next === undefined || (await update(replaceBy(counted.there, next))).written) {
        return admission;
      }
    }
    throw new Error(`not asked to the end: the circuit breaker of \`${rule}\` changes too often`);
  };

/** Whether the breaker of an order's rule is open. The order is not counted. */
export const createIsOpen =
  (dynamoDb: DynamoDBClient, table: string) =>
  async ({ because }: Order): Promise<boolean> =>
    (await createUpdate(dynamoDb, table, because.rule)(ifOpen)).written;

/** Every breaker that counts or is open. A hash key alone cannot be queried by its beginning: the table is small. */
export const createReadBreakers =
  (dynamoDb: DynamoDBClient, table: string) => async (): Promise<readonly BreakerState[]> => {
    const found: BreakerState[] = [];
    const pages = paginateScan(
      { client: dynamoDb },
      {
        TableName: table,
        ConsistentRead: true,
        FilterExpression: 'begins_with(id, :prefix)',
        ExpressionAttributeValues: { ':prefix': { S: PREFIX } },
      },
    );
    for await (const { Items: items = [] } of pages) {
      for (const item of items) {
        const state = toState((item['id']?.S ?? '').slice(PREFIX.length), item);
        if (state !== undefined) found.push(state);
      }
    }
    return found.toSorted((a, b) => (a.rule < b.rule ? -1 : 1));
  };

/** Lets a rule's orders go again. Answers the breaker as it was, or `undefined` where it was not open. */
export const createResumeBreaker =
  (dynamoDb: DynamoDBClient, table: string) =>
  async (rule: string, resumed: Resumed): Promise<BreakerState | undefined> => {
    const { written, there } = await createUpdate(dynamoDb, table, rule)(resumeAt(resumed));
    // the SDK tries again where an answer got lost, and then finds closed what it has closed itself
    const isOwn = there?.resumed?.at === resumed.at && there.resumed.by === resumed.by;
    return written || isOwn ? there : undefined;
  };

type Updated = { readonly written: boolean; readonly there: BreakerState | undefined };

/** `there` is what was there before. Where the condition does not hold, nothing is written. */
const createUpdate =
  (dynamoDb: DynamoDBClient, table: string, rule: string) =>
  async (update: BreakerUpdate): Promise<Updated> => {
    try {
      const { Attributes: item } = await dynamoDb.send(
        new UpdateItemCommand({
          TableName: table,
          Key: breakerKey(rule),
          ...update,
          ReturnValues: 'ALL_OLD',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { written: true, there: item && toState(rule, item) };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return { written: false, there: error.Item && toState(rule, error.Item) };
    }
  };
