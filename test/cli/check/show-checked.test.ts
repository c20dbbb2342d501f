import { describe, expect, it } from '@jest/globals';
import type { Checked } from '../../../cli/check/check-ports.ts';
import { showChecked } from '../../../cli/check/show-checked.ts';
import { createPaint } from '../../../cli/paint.ts';
import type { Verdict } from '../../../core/judge/verdict.ts';
import type { Plan } from '../../../core/orders/order.ts';
import { keyArn, makeViolation } from '../../made/facts.ts';
import { judged, NAME, ORDER, UPDATE, VIOLATION } from '../made/judged.ts';

const HOSTILE = '\u001B[2J';
const DENIED = { kind: 'indeterminate', cause: 'access-denied', undecided: [] } as const;

const show = (checked: Checked): readonly string[] => showChecked(checked, createPaint(false));

describe('showChecked', () => {
  it('shows a compliant object with its rule', () => {
    expect(show(judged({ kind: 'compliant', rule: 'payroll' }))).toEqual([
      `compliant      ${NAME}`,
      '  encryption   SSE-S3',
      '  rule         payroll',
    ]);
  });

  it('shows what the rule of a compliant object asks', () => {
    const require = {
      encryption: ['aws:kms', 'aws:kms:dsse'],
      kmsKey: [keyArn('k1')],
      keyManager: 'customer',
      keyAccount: ['111122223333', '444455556666'],
      bucketKey: true,
      keyRotation: true,
    } as const;
    expect(
      show(judged({ kind: 'compliant', rule: 'payroll' }, undefined, { require })).at(-1),
    ).toBe(
      `  requires     encryption: aws:kms or aws:kms:dsse; kms-key: ${keyArn('k1')}; key-manager: customer; key-account: 111122223333 or 444455556666; bucket-key: true; key-rotation: true`,
    );
  });

  it('shows a violation with everything that is known, and the order that would follow', () => {
    const verdict = makeViolation({
      expected: ['aws:kms', 'aws:kms:dsse'],
      also: [{ requirement: 'kms-key', expected: [keyArn('k1')], found: 'sse-s3' }],
      undecided: [
        { requirement: 'key-rotation', cause: 'rotation-unreadable', words: 'AccessDenied: no' },
      ],
      lapsedExemption: 'etl',
    });
    expect(show(judged(verdict, ORDER, { mode: 'enforce' }))).toEqual([
      `violation      ${NAME}`,
      '  encryption   SSE-S3',
      '  rule         payroll (severity high)',
      '  requirement  encryption',
      '  expected     aws:kms or aws:kms:dsse',
      '  found        AES256',
      `  also         kms-key: expected ${keyArn('k1')}, found sse-s3`,
      '  undecided    key-rotation: the rotation of its key could not be read: you need `kms:GetKeyRotationStatus` on it (AWS said: AccessDenied: no)',
      '  note         exemption etl would cover it, but has expired',
      `  order        update-encryption: update its encryption in place under \`${keyArn('k1')}\``,
    ]);
  });

  it('says that a rule which only observes orders nothing', () => {
    expect(show(judged(VIOLATION, ORDER, { mode: 'observe' })).at(-1)).toBe(
      '  note         this rule only observes: nothing is ordered until it says `mode: enforce`',
    );
  });

  it('says of a copy where the deployer has to allow it', () => {
    const copy: Plan = { kind: 'order', order: { ...UPDATE, kind: 'copy', size: 1 } };
    expect(show(judged(VIOLATION, copy, { mode: 'enforce' })).slice(-2)).toEqual([
      `  order        copy: copy it onto itself under \`${keyArn('k1')}\``,
      '  note         done only where the stack lists this bucket under `copyBuckets`',
    ]);
  });

  it.each<[string, Plan]>([
    [
      '  report       source-key-not-listed: it is under another customer key: list that key in `rekey-from` to allow it (key k9)',
      { kind: 'report', reason: 'source-key-not-listed', detail: 'key k9' },
    ],
    [
      '  wait         judge it again in 900 seconds: it is still being replicated',
      { kind: 'wait', reason: 'replication-pending', seconds: 900 },
    ],
  ])('shows why there is no order: %s', (line, plan) => {
    expect(show(judged(VIOLATION, plan, { mode: 'enforce' })).at(-1)).toBe(line);
  });

  it('shows an exemption and what it covers', () => {
    expect(show(judged({ kind: 'exempt', exemption: 'etl', from: VIOLATION })).slice(0, 4)).toEqual(
      [
        `exempt         ${NAME}`,
        '  encryption   SSE-S3',
        '  exemption    etl',
        '  rule         payroll (severity high)',
      ],
    );
  });

  it('shows why it could not be decided, and what AWS said', () => {
    const verdict: Verdict = {
      kind: 'indeterminate',
      rule: 'payroll',
      cause: 'key-unreadable',
      words: 'AccessDeniedException: no',
      undecided: [{ requirement: 'key-manager', cause: 'key-unreadable' }],
    };
    expect(show(judged(verdict))).toEqual([
      `indeterminate  ${NAME}`,
      '  encryption   SSE-S3',
      '  rule         payroll',
      '  cause        its key could not be described: you need `kms:DescribeKey` on it',
      '  AWS said     AccessDeniedException: no',
      '  undecided    key-manager: its key could not be described: you need `kms:DescribeKey` on it',
    ]);
  });

  it.each([
    [true, 'a delete marker'],
    [false, 'no such object'],
  ])('shows what is gone (delete marker: %s)', (deleteMarker, found) => {
    expect(show(judged({ kind: 'gone', deleteMarker }))).toEqual([
      `gone           ${NAME}`,
      `  found        ${found}`,
    ]);
  });

  it('shows a ref that could not even be read', () => {
    const problem = { kind: 'aws-problem', cause: 'throttled', words: 'SlowDown: slow' } as const;
    expect(show({ kind: 'failed', ref: { bucket: 'b', key: 'k' }, problem })).toEqual([
      'failed         s3://b/k',
      '  AWS said     SlowDown: slow',
    ]);
  });

  it('lets no key act on the terminal', () => {
    const ref = { bucket: 'b', key: 'a\u001B[2J\r\u202Egpj' };
    const lines = show({
      kind: 'judged',
      triggered: ref,
      reading: { kind: 'gone', ref, deleteMarker: false },
      verdict: { kind: 'gone', deleteMarker: false },
      at: new Date(0),
    });
    expect(lines[0]).toBe('gone           s3://b/a\\u{1b}[2J\\r\\u{202e}gpj');
  });

  it.each<readonly [string, Verdict]>([
    ['a rule', { kind: 'compliant', rule: HOSTILE }],
    ['the rule of what is undecided', { ...DENIED, rule: HOSTILE }],
    ['an exemption', { kind: 'exempt', exemption: HOSTILE, from: VIOLATION }],
    ['an exemption that has expired', makeViolation({ lapsedExemption: HOSTILE })],
  ])('lets no name of %s act on the terminal', (_title, verdict) => {
    const text = show(judged(verdict)).join('\n');
    expect(text).toContain(String.raw`\u{1b}[2J`);
    expect(text).not.toContain('\u001B');
  });

  it('colours only the verdict, and only where colour is on', () => {
    const [head] = showChecked(judged({ kind: 'compliant', rule: 'r' }), createPaint(true));
    expect(head).toBe(`\u001B[32mcompliant    \u001B[39m  ${NAME}`);
  });
});
