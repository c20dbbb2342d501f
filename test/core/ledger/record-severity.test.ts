import { describe, expect, it } from '@jest/globals';
import { recordSeverity, severityId } from '../../../core/ledger/record-severity.ts';

describe('recordSeverity', () => {
  it.each([
    ['compliant', 'critical', 'informational'],
    ['exempt', 'critical', 'informational'],
    ['gone', 'critical', 'informational'],
    ['violation', 'low', 'low'],
    ['intent', 'critical', 'critical'],
    ['refused', 'medium', 'high'],
    ['failed', 'low', 'high'],
    ['failed', 'critical', 'critical'],
    ['indeterminate', 'low', 'high'],
    ['unreadable-message', 'low', 'high'],
    ['breaker-opened', 'low', 'critical'],
  ] as const)('of `%s` under a rule of severity %s is %s', (kind, fromRule, severity) => {
    expect(recordSeverity(kind, fromRule)).toBe(severity);
  });

  it('takes medium where no rule says otherwise', () => {
    expect(recordSeverity('violation')).toBe('medium');
  });
});

describe('severityId', () => {
  it('numbers severities as OCSF does', () => {
    const words = ['informational', 'low', 'medium', 'high', 'critical'] as const;
    expect(words.map(severityId)).toEqual([1, 2, 3, 4, 5]);
  });
});
