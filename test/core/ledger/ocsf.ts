import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../ocsf-1.8.0/compliance_finding.schema.json', import.meta.url), 'utf8'),
) as object;

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

/** What is wrong with a record as OCSF 1.8.0 sees it; empty where nothing is. */
export const ocsfErrors = (record: LedgerRecord): readonly string[] =>
  validate(JSON.parse(JSON.stringify(record)))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
