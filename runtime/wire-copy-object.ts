import { Logger } from '@aws-lambda-powertools/logger';
import { createApplyOrders } from '../app/apply-orders.ts';
import { createAbandonCopy } from '../app/copies/abandon-copy.ts';
import { createCopyOntoItself } from '../app/copies/copy-onto-itself.ts';
import { createForgetCopy } from '../app/copies/forget-copy.ts';
import { complainTo } from './complain-to.ts';
import type { Environment } from './environment.ts';
import { wireCopies } from './wire-copies.ts';
import { writerPorts } from './writer-ports.ts';

/** The writer that copies objects onto themselves, in the buckets that its deployer listed. It deletes no version. */
export const wireCopyObject = (env: Environment, bundle: string) => {
  const logger = new Logger();
  const copies = wireCopies(env);
  const copy = createCopyOntoItself(copies);
  const abandon = createAbandonCopy(copies);
  const forget = createForgetCopy(copies);
  const applyOrders = createApplyOrders(
    {
      ...writerPorts(env, bundle, 'SEALWARD_COPY_QUEUE'),
      apply: { copy, 'copy-in-parts': copy },
      abandon: async ({ intentId }) => abandon(intentId),
      forget: async ({ intentId }) => forget(intentId),
      timeToApply: 60_000,
      atOnce: 1, // an order is a batch: its copy may take all the time there is
    },
    complainTo(logger),
  );
  return { logger, applyOrders };
};
