import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alertFor } from '../../../core/alerts/alert-for.ts';
import { severityId } from '../../../core/ledger/record-severity.ts';
import { verdictRecord } from '../../../core/ledger/verdict-record.ts';
import type { Severity } from '../../../core/policy/compiled-policy.ts';
import { hidesText } from '../../../core/show-text.ts';
import { anyInput } from '../ledger/any-input.ts';
import { CONTEXT, makeInput, VIOLATION } from '../ledger/make-input.ts';

describe('an alert', () => {
  it('lets nothing act and keeps within the limits of SNS, whatever the record', () => {
    const thresholds: fc.Arbitrary<Severity> = fc.constantFrom('informational', 'medium', 'high');
    fc.assert(
      fc.property(anyInput, thresholds, (input, threshold) => {
        const one = verdictRecord(input, CONTEXT);
        const alert = alertFor(one, threshold);
        if (alert === undefined) {
          const waits = one.unmapped.sealward.plan?.kind === 'wait';
          expect(waits || one.severity_id < severityId(threshold)).toBe(true);
          return;
        }
        expect(alert.subject).toMatch(/^[A-Za-z][ -~]{0,98}$/);
        expect(alert.body.split('\n').filter(hidesText)).toEqual([]);
        const values = Object.values(alert.attributes);
        expect(values.filter((value) => value === '' || hidesText(value))).toEqual([]);
        expect(values.length).toBeLessThanOrEqual(10);
        expect(Buffer.byteLength(JSON.stringify(alert))).toBeLessThan(256 * 1024);
      }),
      { numRuns: 500 },
    );
  });

  it('stays below 256 KiB even for a message that somebody forged', () => {
    const text = '\uFFFD'.repeat(1024 * 1024);
    const ref = { bucket: text, key: text, versionId: text };
    const verdict = { ...VIOLATION, rule: text, found: text, expected: [text, text] };
    const forged = verdictRecord(
      { ...makeInput(verdict), ref, judged: { ref, verdict } },
      { ...CONTEXT, stack: text },
    );
    const alert = alertFor(forged, 'low');
    expect(Buffer.byteLength(JSON.stringify(alert))).toBeLessThan(256 * 1024);
  });
});
