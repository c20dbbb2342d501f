import { Logger } from '@aws-lambda-powertools/logger';
import { createApplyOrders } from '../app/apply-orders.ts';
import { createCopyOntoItself } from '../app/copies/copy-onto-itself.ts';
import { createCopyingS3Client, createDynamoDbClient } from '../aws/clients.ts';
import { complainTo } from './complain-to.ts';
import { copyPorts } from './copy-ports.ts';
import { type Environment, number, required } from './environment.ts';
import { writerPorts } from './writer-ports.ts';

/** The writer that copies objects onto themselves, in the buckets that its deployer listed. It deletes no version. */
export const wireCopyObject = (env: Environment, bundle: string) => {
  const logger = new Logger();
  const copy = createCopyOntoItself(
    copyPorts({
      s3: createCopyingS3Client(),
      dynamoDb: createDynamoDbClient(),
      account: required(env, 'SEALWARD_ACCOUNT'),
      stateTable: required(env, 'SEALWARD_STATE_TABLE'),
      largestCopy: number(env, 'SEALWARD_LARGEST_COPY'),
      partBytes: number(env, 'SEALWARD_PART_BYTES'),
    }),
  );
  const applyOrders = createApplyOrders(
    {
      ...writerPorts(env, bundle, 'SEALWARD_COPY_QUEUE'),
      apply: { copy, 'copy-in-parts': copy },
      timeToApply: 60_000,
      atOnce: 1, // an order is a batch: its copy may take all the time there is
    },
    complainTo(logger),
  );
  return { logger, applyOrders };
};
