import type { Logger } from '@aws-lambda-powertools/logger';
import type { Complain } from '../app/message.ts';

/** Complaints as structured log lines: JSON, so that hostile keys stay inside their strings. */
export const complainTo =
  (logger: Logger): Complain =>
  (what, { error, ...about }) =>
    error instanceof Error ? logger.error(what, { ...about, error }) : logger.warn(what, about);
