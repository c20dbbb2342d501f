import { ACCOUNT, REGION } from '../../made/facts.ts';
import {
  AUDIT_BUCKET,
  createBase,
  LEAST_PART_BYTES,
  QUARANTINE_BUCKET,
  STARTED_AT,
} from './base.ts';
import { simulatedPolicy } from './policy.ts';
import type { Scenario } from './scenario.ts';

const EXEMPT_UNTIL = '2026-11-24';
const A_DAY = 86_400_000; // milliseconds

const { model, keys } = createBase();
const policyOf = (twist: Parameters<typeof simulatedPolicy>[2]) =>
  simulatedPolicy(keys, EXEMPT_UNTIL, twist);

/** What every run begins with. Policies are compiled once. */
export const SCENARIO: Scenario = {
  account: ACCOUNT,
  region: REGION,
  start: model,
  startedAt: STARTED_AT,
  policies: [
    policyOf({}),
    policyOf({ update: 'report', move: 'isolate' }),
    policyOf({ move: 'report', observe: true }),
  ],
  keys,
  exemptUntil: Date.parse(EXEMPT_UNTIL) + A_DAY, // it holds through that day
  ownBuckets: [AUDIT_BUCKET, QUARANTINE_BUCKET],
  quarantineBucket: QUARANTINE_BUCKET,
  largestCopy: 24,
  leastPartBytes: LEAST_PART_BYTES,
};
