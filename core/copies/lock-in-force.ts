import type { ObjectLock } from '../objects/object-facts.ts';

/** What still holds of a lock: S3 refuses to be told of a retention that is over. */
export const lockInForce = (lock: ObjectLock | undefined, now: Date): ObjectLock | undefined => {
  if (lock === undefined) {
    return undefined;
  }
  const { mode, retainUntil, legalHold } = lock;
  const isRetained = mode !== undefined && retainUntil !== undefined && retainUntil > now;
  return isRetained || legalHold
    ? { ...(isRetained && { mode, retainUntil }), legalHold }
    : undefined;
};
