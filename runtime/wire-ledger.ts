import { setTimeout as pause } from 'node:timers/promises';
import type { LedgerPorts } from '../app/settle.ts';
import { createFirehoseClient, createSnsClient } from '../aws/clients.ts';
import { createPublishAlerts } from '../aws/publish-alerts.ts';
import { createPutLedgerRecords } from '../aws/put-ledger-records.ts';
import type { Policy } from '../core/policy/load-policy.ts';
import { PRODUCT_VERSION } from '../core/ledger/product-version.ts';
import { type Environment, oneOf, required } from './environment.ts';

/** What both doors that write to the ledger share. */
export const wireLedger = (env: Environment, policy: Policy): LedgerPorts => ({
  record: createPutLedgerRecords({
    firehose: createFirehoseClient(),
    streamName: required(env, 'SEALWARD_LEDGER_STREAM'),
    pause,
  }),
  publishAlerts: createPublishAlerts({
    sns: createSnsClient(),
    topicArn: required(env, 'SEALWARD_ALERT_TOPIC'),
  }),
  alertFrom: oneOf(env, 'SEALWARD_ALERT_SEVERITY', [
    'informational',
    'low',
    'medium',
    'high',
    'critical',
  ]),
  ledger: {
    account: required(env, 'SEALWARD_ACCOUNT'),
    region: required(env, 'AWS_REGION'),
    partition: required(env, 'SEALWARD_PARTITION'),
    stack: required(env, 'SEALWARD_STACK'),
    policyHash: policy.policyHash,
    productVersion: PRODUCT_VERSION,
  },
  now: () => new Date(),
});
