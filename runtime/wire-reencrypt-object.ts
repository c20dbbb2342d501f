import { Logger } from '@aws-lambda-powertools/logger';
import { createApplyOrders } from '../app/apply-orders.ts';
import { createS3Client } from '../aws/clients.ts';
import { createUpdateObjectEncryption } from '../aws/update-object-encryption.ts';
import { complainTo } from './complain-to.ts';
import { type Environment, required } from './environment.ts';
import { writerPorts } from './writer-ports.ts';

/** The writer that updates encryption in place. It holds nothing that could read or delete data. */
export const wireReencryptObject = (env: Environment, bundle: string) => {
  const logger = new Logger();
  const update = createUpdateObjectEncryption(createS3Client(), required(env, 'SEALWARD_ACCOUNT'));
  const applyOrders = createApplyOrders(
    {
      ...writerPorts(env, bundle, 'SEALWARD_REENCRYPT_QUEUE'),
      apply: { 'update-encryption': update },
      timeToApply: 15_000,
      atOnce: 10,
    },
    complainTo(logger),
  );
  return { logger, applyOrders };
};
