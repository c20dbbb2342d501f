import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  ACTIVITY_NAMES,
  COMPLIANCE_NAMES,
  RECORD_IDS,
  type RecordKind,
  STATUS_NAMES,
} from '../../../core/ledger/record-kind.ts';
import { recordSeverity } from '../../../core/ledger/record-severity.ts';

const page = readFileSync(new URL('../../../docs/ledger.md', import.meta.url), 'utf8');
const kinds = Object.keys(RECORD_IDS) as RecordKind[];

/** The cells of each row of the table of kinds, but for the last, which is prose. */
const documented = page
  .slice(page.indexOf('## Kinds of records'), page.indexOf('## Ids'))
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, 6)
      .map((cell) => cell.trim()),
  );

const severityOf = (kind: RecordKind): string =>
  recordSeverity(kind, 'low') === 'low'
    ? "the rule's"
    : recordSeverity(kind, 'low') !== recordSeverity(kind, 'critical')
      ? "High, or the rule's if higher"
      : `${recordSeverity(kind).charAt(0).toUpperCase()}${recordSeverity(kind).slice(1)}`;

describe('docs/ledger.md', () => {
  it('explains every kind of record, with its numbers', () => {
    expect(documented).toEqual(
      kinds.map((kind) => {
        const { activity, compliance, status } = RECORD_IDS[kind];
        return [
          `\`${kind}\``,
          `${activity} ${ACTIVITY_NAMES[activity]}`,
          `${compliance} ${COMPLIANCE_NAMES[compliance]}`,
          `${status} ${STATUS_NAMES[status]}`,
          severityOf(kind),
        ];
      }),
    );
  });

  it('says where Firehose puts the files', () => {
    const template = readFileSync(new URL('../../../infra/ledger.yml', import.meta.url), 'utf8');
    expect(template).toContain('Prefix: ledger/!{timestamp:yyyy/MM/dd/HH}/');
    expect(page).toContain('`ledger/YYYY/MM/DD/HH/`');
  });
});
