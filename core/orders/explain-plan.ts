import { assertNever } from '../assert-never.ts';
import type { OrderKind, Plan, ReportReason } from './order.ts';

const REASONS: Readonly<Record<ReportReason, string>> = {
  'policy-says-report': 'the policy says to report only',
  'needs-copy':
    'only a copy could mend it, and a copy makes a new version: allow it with `on-violation: re-encrypt-by-copy`',
  'not-current': 'an older version: a copy of it would become the current one',
  'current-unreadable':
    'whether it is the current version could not be read, and a copy of an older one would become current: let the reader read the object without a version id too',
  archived:
    'a copy could mend it, once it is restored: use `aws s3api restore-object`, then judge it again',
  'versioning-suspended':
    'versioning of the bucket is suspended: a copy would overwrite the version that was written without one, so enable versioning again',
  'object-lock': 'protected by Object Lock, which is never bypassed',
  'source-key-unusable': 'nothing can decrypt it until its present key is back',
  'source-key-not-listed':
    'it is under another customer key: list that key in `rekey-from` to allow it',
  'target-key-unusable': 'the target key cannot be used now',
  'alias-moved':
    'the alias of the target key moved: check who moved it, then run `sealward policy pin` and deploy',
  'customer-key-unknown':
    'SSE-C: only the holder of its key can read it, so its owner must write it again',
  'stronger-than-target': 'it is encrypted more strongly than the target',
  'would-break-replication': 're-encrypting it would take it out of replication',
  'already-isolated': 'it is isolated already: its marker tag is there',
  'replication-pending': 'it was still being replicated after a day of waiting',
  'no-remedy': 're-encrypting would not mend it',
};

const ORDERS: Readonly<Record<OrderKind, string>> = {
  'update-encryption': 'update its encryption in place',
  copy: 'copy it onto itself',
  'copy-in-parts': 'copy it onto itself in parts',
  isolate: 'isolate it with a tag',
  move: 'move it into quarantine',
};

/** One sentence for people: what follows, or why nothing does. */
export const explainPlan = (plan: Plan): string => {
  switch (plan.kind) {
    case 'order': {
      const { order } = plan;
      const to = 'to' in order ? ` under \`${order.to.keyArn}\`` : '';
      return `${ORDERS[order.kind]}${to}`;
    }
    case 'report':
      return plan.detail === undefined
        ? REASONS[plan.reason]
        : `${REASONS[plan.reason]} (${plan.detail})`;
    case 'wait':
      return `judge it again in ${plan.seconds} seconds: it is still being replicated`;
    default:
      return assertNever(plan);
  }
};
