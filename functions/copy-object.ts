import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { toBatchResponse, toMessages } from '../runtime/sqs-batch.ts';
import { wireCopyObject } from '../runtime/wire-copy-object.ts';

const { logger, applyOrders } = wireCopyObject(process.env, import.meta.url);

/** Door of the writer that copies objects onto themselves: orders in, what must be delivered again out. */
export const handler = middy<SQSEvent, SQSBatchResponse>(
  async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const timeLeft = (): number => context.getRemainingTimeInMillis();
    return toBatchResponse(await applyOrders(toMessages(event), timeLeft));
  },
).use(injectLambdaContext(logger, { resetKeys: true }));
