import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { toBatchResponse, toMessages } from '../runtime/sqs-batch.ts';
import { wireQuarantineObject } from '../runtime/wire-quarantine-object.ts';

const { logger, applyOrders } = wireQuarantineObject(process.env, import.meta.url);

/** Door of the writer that isolates and moves objects: orders in, what must be delivered again out. */
export const handler = middy<SQSEvent, SQSBatchResponse>(
  async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const timeLeft = (): number => context.getRemainingTimeInMillis();
    return toBatchResponse(await applyOrders(toMessages(event), timeLeft));
  },
).use(injectLambdaContext(logger, { resetKeys: true }));
