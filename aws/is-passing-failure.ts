import { toAwsProblem } from './to-aws-problem.ts';

/** Throttling, server errors and time-outs that outlasted the SDK's own retries: the same call may work later. */
export const isPassingFailure = (error: unknown): boolean => {
  const cause = toAwsProblem(error)?.cause;
  if (cause === 'throttled' || cause === 'unreachable') {
    return true;
  }
  const { $metadata } = Object(error) as { $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return status === 429 || status >= 500;
};
