import { createApplyOrders } from '../app/apply-orders.ts';
import { createDynamoDbClient, createS3Client, createSqsClient } from '../aws/clients.ts';
import { createUpdateObjectEncryption } from '../aws/update-object-encryption.ts';
import { type Environment, required } from './environment.ts';
import type { Parts } from './parts.ts';
import { wireParts } from './wire-parts.ts';
import { writerPorts } from './writer-ports.ts';

/** The writer that updates encryption in place. It holds nothing that could read or delete data. */
export const wireReencryptObject = (env: Environment, bundle: string) => {
  const { logger, parts } = wireParts(env, bundle, {
    s3: createS3Client(),
    sqs: createSqsClient(),
    dynamoDb: createDynamoDbClient(),
  });
  return { logger, applyOrders: assembleReencryptObject(parts) };
};

export const assembleReencryptObject = (
  parts: Parts<'s3' | 'sqs' | 'dynamoDb'>,
): ReturnType<typeof createApplyOrders> => {
  const account = required(parts.env, 'SEALWARD_ACCOUNT');
  const update = createUpdateObjectEncryption(parts.clients.s3, account);
  return createApplyOrders(
    {
      ...writerPorts(parts, 'SEALWARD_REENCRYPT_QUEUE'),
      apply: { 'update-encryption': update },
      timeToApply: 15_000,
      atOnce: 10,
    },
    parts.complain,
  );
};
