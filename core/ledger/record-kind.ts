/** What a record says. docs/ledger.md explains each to an auditor. */
export type RecordKind =
  | 'compliant'
  | 'exempt'
  | 'violation' // nothing was ordered
  | 'intent' // a violation, and the order that was sent to mend it
  | 'refused' // still a violation: AWS or the writer refused the order
  | 'failed' // the order could not be carried out, or changed nothing
  | 'indeterminate'
  | 'gone'
  | 'unreadable-message' // a queue message that nobody could understand
  | 'breaker-opened'; // the circuit breaker of a rule holds its orders back

type Ids = {
  readonly activity: 1 | 2 | 3;
  readonly compliance: 0 | 1 | 2 | 3;
  readonly status: 1 | 2 | 3 | 4 | 6;
};

/** The OCSF numbers of each kind. A compliant record that closes an intent has activity 3 (Close) instead. */
export const RECORD_IDS: Readonly<Record<RecordKind, Ids>> = {
  compliant: { activity: 1, compliance: 1, status: 4 },
  exempt: { activity: 1, compliance: 2, status: 3 },
  violation: { activity: 1, compliance: 3, status: 1 },
  intent: { activity: 2, compliance: 3, status: 2 },
  refused: { activity: 2, compliance: 3, status: 1 },
  failed: { activity: 2, compliance: 3, status: 1 },
  indeterminate: { activity: 1, compliance: 0, status: 1 },
  gone: { activity: 3, compliance: 0, status: 6 },
  'unreadable-message': { activity: 1, compliance: 0, status: 1 },
  'breaker-opened': { activity: 1, compliance: 0, status: 1 },
};

// https://schema.ocsf.io/1.8.0/classes/compliance_finding
export const ACTIVITY_NAMES = { 1: 'Create', 2: 'Update', 3: 'Close' } as const;
export const COMPLIANCE_NAMES = { 0: 'Unknown', 1: 'Pass', 2: 'Warning', 3: 'Fail' } as const;
export const STATUS_NAMES = {
  1: 'New',
  2: 'In Progress',
  3: 'Suppressed',
  4: 'Resolved',
  6: 'Deleted',
} as const;
