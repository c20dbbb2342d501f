import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pinAliases } from '../../../core/policy/policy-lock.ts';
import { compiledOf, lockOf, PAYROLL, PAYROLL_LOCK } from './policies.ts';

describe('the hash of a policy', () => {
  it.each([
    ['a comment', PAYROLL.replace('rules:', '# rules\nrules: # here')],
    ['blank lines and quotes', PAYROLL.replace('severity: low', '\n\n  "severity":   \'low\'\n')],
    [
      'the order of fields',
      PAYROLL.replace(
        'encryption: [aws:kms], kms-key: [alias/payroll]',
        'kms-key: [alias/payroll], encryption: [aws:kms]',
      ),
    ],
    [
      'the order of sections',
      PAYROLL.replace('defaults:\n  severity: low\n', '').concat('defaults:\n  severity: low\n'),
    ],
    [
      'the order of tags',
      PAYROLL.replace(
        'object-tags: { pii: "true" }, bucket-tags: { team: hr }',
        'bucket-tags: { team: hr }, object-tags: { pii: "true" }',
      ),
    ],
    ['what is the default anyway', PAYROLL.replace('version: 1', 'version: 1\nmode: observe')],
    [
      'block style',
      PAYROLL.replace(
        'match: { buckets: [etl] }',
        'match: { buckets:\n      [\n        etl,\n      ] }',
      ),
    ],
  ])('is not changed by %s', (_title, text) => {
    expect(text).not.toBe(PAYROLL);
    expect(compiledOf(text, PAYROLL_LOCK).policyHash).toBe(
      compiledOf(PAYROLL, PAYROLL_LOCK).policyHash,
    );
  });

  it.each([
    ['the mode', PAYROLL.replace('version: 1', 'version: 1\nmode: enforce'), PAYROLL_LOCK],
    ['a reason', PAYROLL.replace('reason: r', 'reason: s'), PAYROLL_LOCK],
    ['a glob', PAYROLL.replace('s/**', 's/*'), PAYROLL_LOCK],
    ['a pin', PAYROLL, pinAliases(PAYROLL_LOCK, lockOf([['alias/old', 'ddd']]).pins)],
  ])('is changed by %s', (_title, text, lock) => {
    expect(compiledOf(text, lock).policyHash).not.toBe(
      compiledOf(PAYROLL, PAYROLL_LOCK).policyHash,
    );
  });

  it('is changed by the order of the rules', () => {
    const [a, b] = ['{ id: a, match: { buckets: [a] } }', '{ id: b, match: { buckets: [b] } }'];
    const { policyHash } = compiledOf(`version: 1\nrules: [${a}, ${b}]`);
    expect(compiledOf(`version: 1\nrules: [${b}, ${a}]`).policyHash).not.toBe(policyHash);
  });

  it('is the same every time', () => {
    const text = fc.record({
      mode: fc.constantFrom('observe', 'enforce'),
      bucket: fc.stringMatching(/^[a-z]{3,8}$/),
      severity: fc.constantFrom('low', 'high'),
    });
    fc.assert(
      fc.property(text, ({ mode, bucket, severity }) => {
        const flow = `{version: 1, mode: ${mode}, rules: [{id: r, match: {buckets: [${bucket}]}, severity: ${severity}}]}`;
        const block = `rules:\n  - severity: ${severity} # how bad\n    match:\n      buckets:\n        - ${bucket}\n    id: r\nmode: ${mode}\nversion: 1\n`;
        expect(compiledOf(flow)).toEqual(compiledOf(block));
      }),
      { numRuns: 50 },
    );
  });
});
