import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Complain } from '../../../app/message.ts';
import type { LedgerPorts } from '../../../app/settle.ts';
import type { Policy } from '../../../core/policy/load-policy.ts';
import type { Environment } from '../../../runtime/environment.ts';
import type { MemoryQueue } from './memory-queue.ts';

export type QueueName = 'objects' | 'backlog' | 'reencrypt' | 'copy' | 'quarantine';

export type InProcessPorts = {
  readonly s3: S3Client;
  readonly kms: KMSClient;
  readonly dynamoDb: DynamoDBClient;
  readonly policy: Policy;
  readonly account: string;
  readonly environment: Environment; // of the quarantine writer
  readonly ownBuckets: ReadonlySet<string>;
  readonly ledger: LedgerPorts;
  readonly complain: Complain;
  readonly queues: () => Readonly<Record<QueueName, MemoryQueue>>;
};
