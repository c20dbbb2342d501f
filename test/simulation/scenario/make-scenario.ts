import { ACCOUNT, REGION } from '../../made/facts.ts';
import { AUDIT_BUCKET, createBase, QUARANTINE_BUCKET, STARTED_AT } from './base.ts';
import { simulatedPolicy } from './policy.ts';
import type { Scenario } from './scenario.ts';

const EXEMPT_UNTIL = '2026-11-24';

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
  exemptUntil: Date.parse('2026-11-25T00:00:00Z'),
  ownBuckets: [AUDIT_BUCKET, QUARANTINE_BUCKET],
  quarantineBucket: QUARANTINE_BUCKET,
  largestCopy: 24,
};
