import { assertNever } from '../assert-never.ts';
import type { Severity } from '../policy/compiled-policy.ts';
import type { RecordKind } from './record-kind.ts';

export type SeverityId = 1 | 2 | 3 | 4 | 5;

const IDS: Readonly<Record<Severity, SeverityId>> = {
  informational: 1,
  low: 2,
  medium: 3,
  high: 4,
  critical: 5,
};

/** OCSF severity_id. https://schema.ocsf.io/1.8.0/classes/compliance_finding */
export const severityId = (severity: Severity): SeverityId => IDS[severity];

/** `fromRule` is the severity of the violated rule, where there is one. */
export const recordSeverity = (kind: RecordKind, fromRule: Severity = 'medium'): Severity => {
  switch (kind) {
    case 'compliant':
    case 'exempt':
    case 'gone':
      return 'informational';
    case 'violation':
    case 'intent':
      return fromRule;
    case 'refused': // a role that lacks a right is refused on every object: never in silence
    case 'failed': // a promise of the ledger that was not kept
      return severityId(fromRule) > severityId('high') ? fromRule : 'high';
    // What could not be read may hide a violation of any rule, and taking the reader's rights away is how one
    // would hide it: it must not be quieter than an ordinary violation, whose default is medium.
    case 'indeterminate':
    case 'unreadable-message':
      return 'high';
    case 'breaker-opened': // nothing is mended any more until a person looks
      return 'critical';
    default:
      return assertNever(kind);
  }
};
