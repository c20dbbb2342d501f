import type { Complain } from '../app/message.ts';
import type {
  createCopyingS3Client,
  createDynamoDbClient,
  createFirehoseClient,
  createKmsClient,
  createS3Client,
  createSnsClient,
  createSqsClient,
} from '../aws/clients.ts';
import type { Policy } from '../core/policy/load-policy.ts';
import type { Environment } from './environment.ts';

/** Every client that a function may have. `copying` waits as long as a copy of 5 GB may take. */
export type Clients = {
  readonly s3: ReturnType<typeof createS3Client>;
  readonly copying: ReturnType<typeof createCopyingS3Client>;
  readonly kms: ReturnType<typeof createKmsClient>;
  readonly sqs: ReturnType<typeof createSqsClient>;
  readonly sns: ReturnType<typeof createSnsClient>;
  readonly firehose: ReturnType<typeof createFirehoseClient>;
  readonly dynamoDb: ReturnType<typeof createDynamoDbClient>;
};

/** All that a function has beside its code: what the stack tells it, its policy, the clock, and just the clients it uses. */
export type Parts<Client extends keyof Clients> = {
  readonly env: Environment;
  readonly policy: Policy;
  readonly clients: Pick<Clients, Client>;
  readonly now: () => Date;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly complain: Complain;
  readonly leastPartBytes?: number; // S3's own, but in simulations
};
