import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OperatorAct } from '../../../core/operator/operator-act.ts';
import type { OperatorContext, OperatorRecord } from '../../../core/operator/operator-record.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../ocsf-1.8.0/api_activity.schema.json', import.meta.url), 'utf8'),
) as object;

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

/** What is wrong with a record as OCSF 1.8.0 sees it; empty where nothing is. */
export const ocsfErrors = (record: OperatorRecord): readonly string[] =>
  validate(JSON.parse(JSON.stringify(record)))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

export const CONTEXT: OperatorContext = {
  account: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
  stack: 'sealward-prod',
  policyHash: 'p'.repeat(64),
  now: new Date('2026-11-24T12:00:00Z'),
  productVersion: '0.1.0',
};

const EVERY = {
  id: 'r'.repeat(64),
  by: {
    arn: 'arn:aws:sts::111122223333:assumed-role/release/jane',
    userId: 'AROA:jane',
    account: '111122223333',
  },
  reason: 'SEC-412',
  begunAt: new Date('2026-11-24T11:59:58Z'),
  rule: 'payroll',
} as const;

export const RELEASE: OperatorAct = {
  ...EVERY,
  operation: 'quarantine release',
  intentId: 'e'.repeat(64),
  ref: { bucket: 'payroll-2026', key: 'x.pdf', versionId: 'v1' },
};

export const RESUME: OperatorAct = { ...EVERY, operation: 'breaker resume' };
