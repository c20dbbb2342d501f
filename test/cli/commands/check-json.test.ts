import { describe, expect, it } from '@jest/globals';
import { keyArn } from '../../made/facts.ts';
import { WORLD, checkJson, failing, refs } from '../made/check-world.ts';

describe('sealward check --json', () => {
  it('prints a line for each object and one for the summary', async () => {
    const world = { ...WORLD, pages: [refs('good.pdf', 'bad.pdf', 'slow.pdf')] };
    const ran = await checkJson(world, 's3://payroll-eu/');
    const to = { algorithm: 'aws:kms', keyArn: keyArn('k1'), bucketKey: true };
    expect(ran.lines).toEqual([
      {
        kind: 'object',
        bucket: 'payroll-eu',
        key: 'good.pdf',
        verdict: { kind: 'compliant', rule: 'payroll' },
        encryption: { kind: 'sse-kms', keyArn: keyArn('k1'), bucketKey: true },
      },
      {
        kind: 'object',
        bucket: 'payroll-eu',
        key: 'bad.pdf',
        verdict: {
          kind: 'violation',
          rule: 'payroll',
          severity: 'high',
          requirement: 'encryption',
          expected: ['aws:kms'],
          found: 'AES256',
          also: [{ requirement: 'kms-key', expected: [keyArn('k1')], found: 'sse-s3' }],
          undecided: [],
        },
        encryption: { kind: 'sse-s3' },
        gate: 'sent',
        next: { kind: 'order', order: 'update-encryption', pin: expect.anything(), to },
      },
      {
        kind: 'object',
        bucket: 'payroll-eu',
        key: 'slow.pdf',
        verdict: { kind: 'failed', cause: 'throttled', words: 'SlowDown: slow' },
      },
      {
        kind: 'summary',
        checked: 3,
        compliant: 1,
        exempt: 0,
        violation: 1,
        indeterminate: 0,
        gone: 0,
        failed: 1,
        exitCode: 2,
        interrupted: false,
        policyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(ran.exitCode).toBe(2);
  });

  it('puts what broke the run off into the summary', async () => {
    const ran = await checkJson(
      { ...WORLD, listingFails: failing('NoSuchBucket') },
      's3://payroll-eu',
    );
    expect(ran.lines).toEqual([
      expect.objectContaining({
        kind: 'summary',
        checked: 0,
        error: { code: 'E_BUCKET_NOT_FOUND', message: expect.stringContaining('does not exist') },
      }),
    ]);
    expect(ran.err).toEqual([expect.stringContaining('error E_BUCKET_NOT_FOUND: ')]);
  });

  it('prints an error as JSON too, where nothing could be begun', async () => {
    const ran = await checkJson({}, 's3://payroll-eu');
    expect(ran.lines).toEqual([
      { kind: 'error', code: 'E_POLICY_NOT_FOUND', message: expect.any(String) },
    ]);
    expect(ran.exitCode).toBe(2);
  });

  it('leaves keys raw, and a terminal nothing to act on', async () => {
    const key = 'a\u001B[2J\u009B\u202E.pdf';
    const ran = await checkJson({ ...WORLD, pages: [refs(key)] }, 's3://payroll-eu');
    expect(ran.lines[0]).toMatchObject({ key });
    expect(ran.out[0]).toMatch(/^[ -~]*$/);
  });

  it('leaves out with --quiet what needs nobody', async () => {
    const world = { ...WORLD, pages: [refs('good.pdf', 'bad.pdf')] };
    const ran = await checkJson(world, 's3://payroll-eu/', '--quiet');
    expect(ran.lines).toMatchObject([
      { kind: 'object', key: 'bad.pdf' },
      { kind: 'summary', checked: 2, compliant: 1 },
    ]);
  });
});
