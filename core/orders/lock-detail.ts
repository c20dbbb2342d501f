import type { ObjectFacts } from '../objects/object-facts.ts';

/**
 * Until when Object Lock keeps the version as it is, or `undefined` where nothing does. A retention date that
 * has passed no longer protects. https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export const lockDetail = ({ lock }: ObjectFacts, now: Date): string | undefined => {
  if (lock?.legalHold === true) {
    return 'under a legal hold, which has no end date';
  }
  if (lock?.mode === undefined) {
    return undefined;
  }
  if (lock.retainUntil === undefined) {
    return `retained in ${lock.mode} mode`;
  }
  return lock.retainUntil > now
    ? `retained in ${lock.mode} mode until ${lock.retainUntil.toISOString()}`
    : undefined;
};
