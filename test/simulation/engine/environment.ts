import type { Environment } from '../../../runtime/environment.ts';
import { STACK, TRUSTED } from '../scenario/base.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Deployment } from './deployments.ts';
import { queueArn, queueUrl } from './settings.ts';

/** What the stack tells its functions. */
export const environmentOf = (
  scenario: Scenario,
  { mode, breakerOrders }: Deployment,
): Environment => ({
  AWS_REGION: scenario.region,
  SEALWARD_ACCOUNT: scenario.account,
  SEALWARD_PARTITION: 'aws',
  SEALWARD_STACK: STACK,
  SEALWARD_MODE: mode,
  SEALWARD_LEDGER_STREAM: 'ledger',
  SEALWARD_ALERT_TOPIC: 'arn:aws:sns:eu-west-1:111122223333:alerts',
  SEALWARD_ALERT_SEVERITY: 'medium',
  SEALWARD_OWN_BUCKETS: scenario.ownBuckets.join(','),
  SEALWARD_OBJECTS_QUEUE: queueUrl('objects'),
  SEALWARD_REENCRYPT_QUEUE: queueUrl('reencrypt'),
  SEALWARD_COPY_QUEUE: queueUrl('copy'),
  SEALWARD_QUARANTINE_QUEUE: queueUrl('quarantine'),
  SEALWARD_RULE_DLQ: `${queueArn('dead')}-rule`,
  SEALWARD_COPY_BUCKETS: 'copy-*,dual-*',
  SEALWARD_QUARANTINE_BUCKETS: 'move-*,isolate-*',
  SEALWARD_STATE_TABLE: 'state',
  SEALWARD_BREAKER_ORDERS: String(breakerOrders),
  SEALWARD_LARGEST_COPY: String(scenario.largestCopy),
  SEALWARD_PART_BYTES: '12',
  SEALWARD_QUARANTINE_BUCKET: scenario.quarantineBucket,
  SEALWARD_QUARANTINE_KEY: scenario.keys.quarantine,
  SEALWARD_TRUSTED_ROLES: TRUSTED.join(','),
});
