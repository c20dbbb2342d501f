import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import { detailOf } from '../ledger/record-of.ts';
import type { Expected } from './expected-verdict.ts';

const VIOLATIONS = new Set(['violation', 'intent', 'refused', 'failed']);

/** Whether a record says this, and its kind with it. */
export const says = (record: LedgerRecord, expected: Expected): boolean => {
  const { verdict, kind, rule, cause, exemption } = detailOf(record);
  if (expected.kind !== verdict) return false;
  const [requirement] = record.compliance.requirements ?? [];
  switch (expected.kind) {
    case 'compliant':
      return kind === 'compliant' && rule === expected.rule;
    case 'violation':
      return VIOLATIONS.has(kind) && rule === expected.rule && requirement === expected.requirement;
    case 'exempt':
      return (
        kind === 'exempt' &&
        exemption === 'vendor' &&
        rule === expected.rule &&
        requirement === expected.requirement
      );
    case 'indeterminate':
    default:
      return kind === 'indeterminate' && cause === expected.cause;
  }
};

/** Whether the exemption was over, by a clock's `from` and the milliseconds it took: both where it ended meanwhile. */
export const lapses = (from: number, took: number, until: number): readonly boolean[] =>
  from >= until ? [true] : from + took < until ? [false] : [true, false];
