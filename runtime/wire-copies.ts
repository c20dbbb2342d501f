import type { CopyPorts } from '../app/copies/copy-ports.ts';
import { createCopyingS3Client, createDynamoDbClient } from '../aws/clients.ts';
import { copyPorts } from './copy-ports.ts';
import { type Environment, number, required } from './environment.ts';

/** Copying as both writers do it, by what the stack says of sizes. */
export const wireCopies = (env: Environment): CopyPorts =>
  copyPorts({
    s3: createCopyingS3Client(),
    dynamoDb: createDynamoDbClient(),
    account: required(env, 'SEALWARD_ACCOUNT'),
    stateTable: required(env, 'SEALWARD_STATE_TABLE'),
    largestCopy: number(env, 'SEALWARD_LARGEST_COPY'),
    partBytes: number(env, 'SEALWARD_PART_BYTES'),
  });
