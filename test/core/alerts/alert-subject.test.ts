import { describe, expect, it } from '@jest/globals';
import { alertSubject } from '../../../core/alerts/alert-subject.ts';
import { verdictRecord } from '../../../core/ledger/verdict-record.ts';
import { CONTEXT, makeInput, VIOLATION } from '../ledger/make-input.ts';

const subjectOf = (key: string): string => {
  const ref = { bucket: 'b', key };
  const input = { ...makeInput(VIOLATION), judged: { ref, verdict: VIOLATION } };
  return alertSubject(verdictRecord(input, CONTEXT));
};

describe('alertSubject', () => {
  it.each([
    ['a plain key', 'x.pdf', 'sealward medium: violation of payroll: b/x.pdf'],
    ['line ends', 'x\r\nBcc: you', 'sealward medium: violation of payroll: b/x\\r\\nBcc: you'],
    ['letters beyond ASCII', 'Übung', 'sealward medium: violation of payroll: b/?bung'],
    ['hidden characters', 'a\u202Eb', 'sealward medium: violation of payroll: b/a\\u{202e}b'],
  ])('takes %s', (_title, key, subject) => {
    expect(subjectOf(key)).toBe(subject);
  });

  it('keeps the beginning and the end of what is too long', () => {
    const subject = subjectOf(`${'a/'.repeat(500)}the-end.pdf`);
    expect(subject).toHaveLength(99);
    expect(subject).toMatch(
      /^sealward medium: violation of payroll: b\/a\/.*\.\.\..*the-end\.pdf$/,
    );
  });
});
