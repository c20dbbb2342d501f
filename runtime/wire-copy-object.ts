import { createApplyOrders } from '../app/apply-orders.ts';
import { createAbandonCopy } from '../app/copies/abandon-copy.ts';
import { createCopyOntoItself } from '../app/copies/copy-onto-itself.ts';
import { createForgetCopy } from '../app/copies/forget-copy.ts';
import { createCopyingS3Client, createDynamoDbClient, createSqsClient } from '../aws/clients.ts';
import { assembleCopies } from './assemble-copies.ts';
import type { Environment } from './environment.ts';
import type { Parts } from './parts.ts';
import { wireParts } from './wire-parts.ts';
import { writerPorts } from './writer-ports.ts';

/** The writer that copies objects onto themselves, in the buckets that its deployer listed. It deletes no version. */
export const wireCopyObject = (env: Environment, bundle: string) => {
  const { logger, parts } = wireParts(env, bundle, {
    copying: createCopyingS3Client(),
    sqs: createSqsClient(),
    dynamoDb: createDynamoDbClient(),
  });
  return { logger, applyOrders: assembleCopyObject(parts) };
};

export const assembleCopyObject = (
  parts: Parts<'copying' | 'sqs' | 'dynamoDb'>,
): ReturnType<typeof createApplyOrders> => {
  const copies = assembleCopies(parts);
  const copy = createCopyOntoItself(copies);
  const abandon = createAbandonCopy(copies);
  const forget = createForgetCopy(copies);
  return createApplyOrders(
    {
      ...writerPorts(parts, 'SEALWARD_COPY_QUEUE'),
      apply: { copy, 'copy-in-parts': copy },
      abandon: async ({ intentId }) => abandon(intentId),
      forget: async ({ intentId }) => forget(intentId),
      timeToApply: 60_000,
      atOnce: 1, // an order is a batch: its copy may take all the time there is
    },
    parts.complain,
  );
};
