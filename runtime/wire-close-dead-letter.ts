import { Logger } from '@aws-lambda-powertools/logger';
import { createCloseDeadLetters } from '../app/close-dead-letters.ts';
import { complainTo } from './complain-to.ts';
import type { Environment } from './environment.ts';
import { readPolicy } from './read-policy.ts';
import { wireLedger } from './wire-ledger.ts';

/** It writes records and alerts, and touches no object. */
export const wireCloseDeadLetter = (env: Environment, bundle: string) => {
  const logger = new Logger();
  const ledger = wireLedger(env, readPolicy(bundle));
  return { logger, closeDeadLetters: createCloseDeadLetters(ledger, complainTo(logger)) };
};
