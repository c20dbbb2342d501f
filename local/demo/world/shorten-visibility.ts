import { SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DeployedStack } from '../../deploy-stack.ts';
import type { LocalAws } from '../../start-local-aws.ts';
import { WORK_QUEUES } from './deployed-world.ts';
import { outputOf } from './output-of.ts';

/** How soon what failed is back, in milliseconds: longer than any run takes here, faults and retries included. */
export const REDELIVERY_MS = 20_000;

/**
 * Deployed, a message that failed is back after 3 to 30 minutes, for which nobody would wait here. Only that time is
 * changed, on the deployed queues; how often a message is tried stays as it is.
 */
export const shortenVisibility = async (
  { clientConfig }: Pick<LocalAws, 'clientConfig'>,
  stack: DeployedStack,
): Promise<void> => {
  const sqs = new SQSClient(clientConfig);
  const Attributes = { VisibilityTimeout: String(REDELIVERY_MS / 1_000) };
  try {
    for (const QueueUrl of WORK_QUEUES.map(outputOf(stack)))
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
  } finally {
    sqs.destroy();
  }
};
