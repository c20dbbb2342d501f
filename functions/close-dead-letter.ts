import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { toBatchResponse, toMessages } from '../runtime/sqs-batch.ts';
import { wireCloseDeadLetter } from '../runtime/wire-close-dead-letter.ts';

const { logger, closeDeadLetters } = wireCloseDeadLetter(process.env, import.meta.url);

/** Door of the dead-letter queues: what was given up on in, what must be delivered again out. */
export const handler = middy<SQSEvent, SQSBatchResponse>(
  async (event: SQSEvent): Promise<SQSBatchResponse> =>
    toBatchResponse(await closeDeadLetters(toMessages(event))),
).use(injectLambdaContext(logger, { resetKeys: true }));
