import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@aws-lambda-powertools/logger';
import { complainTo } from './complain-to.ts';
import { createLogger } from './create-logger.ts';
import type { Environment } from './environment.ts';
import type { Clients, Parts } from './parts.ts';
import { readPolicy } from './read-policy.ts';

const now = (): Date => new Date();

/** What a deployed function is assembled from, and its logger. */
export const wireParts = <Client extends keyof Clients>(
  env: Environment,
  bundle: string,
  clients: Pick<Clients, Client>,
): { readonly logger: Logger; readonly parts: Parts<Client> } => {
  const logger = createLogger();
  const policy = readPolicy(bundle);
  return { logger, parts: { env, policy, clients, now, pause, complain: complainTo(logger) } };
};
