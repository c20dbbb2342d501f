import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { toBatchResponse, toMessages } from '../runtime/sqs-batch.ts';
import { wireJudgeObject } from '../runtime/wire-judge-object.ts';

const { logger, judgeMessages } = wireJudgeObject(process.env, import.meta.url);

/** Door of the reader: `objects` and `backlog` in, what must be delivered again out. */
export const handler = middy<SQSEvent, SQSBatchResponse>(
  async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const timeLeft = (): number => context.getRemainingTimeInMillis();
    return toBatchResponse(await judgeMessages(toMessages(event), timeLeft));
  },
).use(injectLambdaContext(logger, { resetKeys: true }));
