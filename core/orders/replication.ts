import { assertNever } from '../assert-never.ts';
import type { ObjectFacts } from '../objects/object-facts.ts';
import type { Plan } from './order.ts';
import type { PlanFacts } from './plan-facts.ts';
import { report } from './report.ts';

const WAIT_SECONDS = 900; // the longest delay that SQS takes

/**
 * An object that is being replicated is left until that is over, and one whose bucket does not replicate
 * SSE-KMS objects is left for good: re-keyed, it would silently drop out of replication.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
export const replicationTrouble = (
  { replication }: ObjectFacts,
  facts: PlanFacts,
): Plan | undefined => {
  if (replication === 'pending') {
    return { kind: 'wait', reason: 'replication-pending', seconds: WAIT_SECONDS };
  }
  if (replication === undefined || replication === 'replica') {
    return undefined;
  }
  switch (facts.replication?.kind) {
    case 'takes-sse-kms':
      return undefined;
    case 'leaves-sse-kms':
      return report('would-break-replication', 'the bucket replicates without SSE-KMS objects');
    case 'replication-unreadable':
      return report('would-break-replication', `not known to be safe: ${facts.replication.words}`);
    case undefined:
      return report('would-break-replication', 'not known to be safe: it was not asked for');
    default:
      return assertNever(facts.replication);
  }
};
