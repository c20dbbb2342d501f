import type { CopyPorts } from '../app/copies/copy-ports.ts';
import { copyPorts } from './copy-ports.ts';
import { number, required } from './environment.ts';
import type { Parts } from './parts.ts';

/** Copying as both writers do it, by what the stack says of sizes. */
export const assembleCopies = ({
  env,
  clients,
  now,
  leastPartBytes,
}: Parts<'copying' | 'dynamoDb'>): CopyPorts =>
  copyPorts({
    s3: clients.copying,
    dynamoDb: clients.dynamoDb,
    account: required(env, 'SEALWARD_ACCOUNT'),
    stateTable: required(env, 'SEALWARD_STATE_TABLE'),
    largestCopy: number(env, 'SEALWARD_LARGEST_COPY'),
    partBytes: number(env, 'SEALWARD_PART_BYTES'),
    ...(leastPartBytes !== undefined && { leastPartBytes }),
    now,
  });
