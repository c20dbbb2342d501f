import { fingerprint } from '../fingerprint.ts';

/** One order is released once, whoever tries and how often: its copy goes on where the last try stopped. */
export const releaseIdOf = (intentId: string): string => fingerprint('release', intentId);
