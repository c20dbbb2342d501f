import type { LedgerRecord } from '../ledger/ledger-record.ts';
import { showText } from '../show-text.ts';

const MOST = 99; // "less than 100 characters": https://docs.aws.amazon.com/sns/latest/api/API_Publish.html

/** A mail subject as SNS takes it: printable ASCII on one line, beginning with a letter. */
export const alertSubject = (record: LedgerRecord): string => {
  const { kind, rule } = record.unmapped.sealward;
  const [{ type, namespace, name }] = record.resources;
  const what = rule === undefined || type === 'Sealward::Rule' ? kind : `${kind} of ${rule}`;
  const where = namespace === undefined ? name : `${namespace}/${name}`;
  return clipAscii(
    `sealward ${record.severity.toLowerCase()}: ${toAscii(what)}: ${toAscii(where)}`,
  );
};

const toAscii = (text: string): string => showText(text).replace(/[^ -~]/gu, '?');

// The end of a key says more than its middle.
const clipAscii = (text: string): string =>
  text.length <= MOST ? text : `${text.slice(0, 64)}...${text.slice(-(MOST - 64 - 3))}`;
