import type { LedgerPorts } from '../app/settle.ts';
import { createPublishAlerts } from '../aws/publish-alerts.ts';
import { createPutLedgerRecords } from '../aws/put-ledger-records.ts';
import { PRODUCT_VERSION } from '../core/ledger/product-version.ts';
import { oneOf, required } from './environment.ts';
import type { Parts } from './parts.ts';

/** What both doors that write to the ledger share. */
export const ledgerPorts = ({
  env,
  policy,
  clients,
  now,
  pause,
}: Parts<'firehose' | 'sns'>): LedgerPorts => ({
  record: createPutLedgerRecords({
    firehose: clients.firehose,
    streamName: required(env, 'SEALWARD_LEDGER_STREAM'),
    pause,
  }),
  publishAlerts: createPublishAlerts({
    sns: clients.sns,
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
  now,
});
