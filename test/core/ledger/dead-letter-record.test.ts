import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  failedOrderRecord,
  unjudgedRefRecord,
  unreadableMessageRecord,
} from '../../../core/ledger/dead-letter-record.ts';
import { verdictRecord } from '../../../core/ledger/verdict-record.ts';
import {
  APPLIED,
  CONTEXT,
  makeInput,
  ORDER,
  planOf,
  REF,
  returned,
  VIOLATION,
} from './make-input.ts';
import { ocsfErrors } from './ocsf.ts';

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:sealward-objects';

const uid = (body: string): string => unreadableMessageRecord(body, QUEUE, CONTEXT).metadata.uid;

describe('failedOrderRecord', () => {
  const record = failedOrderRecord(ORDER, { receiveCount: 5, words: 'timed out' }, CONTEXT);

  it('says that an order was given up', () => {
    expect(record.message).toBe(
      '`payroll-2026/statements/x.pdf` is encrypted with `AES256`, expected `aws:kms`: re-encryption was tried 5 times and given up (timed out)',
    );
    expect([record.activity_id, record.compliance.status_id, record.status_id]).toEqual([2, 3, 1]);
    expect(ocsfErrors(record)).toEqual([]);
  });

  it('closes the intent in the finding that opened it', () => {
    const opened = verdictRecord(
      makeInput(VIOLATION, { plan: planOf(ORDER.intentId), sent: 'sent' }),
      CONTEXT,
    );
    expect(record.unmapped.sealward.closes).toEqual({
      intentId: opened.unmapped.sealward.intent?.intentId,
      rule: 'payroll',
      outcome: 'failed',
      words: 'timed out',
    });
    expect(record.finding_info.uid).toBe(opened.finding_info.uid);
  });

  it.each([
    ['low', 'High'],
    ['high', 'High'],
    ['critical', 'Critical'],
  ] as const)('is never quieter than high: %s becomes %s', (severity, written) => {
    const order = { ...ORDER, because: { ...VIOLATION, severity } };
    expect(failedOrderRecord(order, { receiveCount: 5 }, CONTEXT).severity).toBe(written);
  });

  it('is the same record however often it is given up', () => {
    const again = failedOrderRecord(ORDER, { receiveCount: 9, words: 'other' }, CONTEXT);
    expect(again.metadata.uid).toBe(record.metadata.uid);
  });
});

describe('unjudgedRefRecord', () => {
  it('says that a ref was never judged', () => {
    const ref = { ...REF, sequencer: '00A1' };
    const record = unjudgedRefRecord(ref, { cause: 'event', receiveCount: 5 }, CONTEXT);
    expect(record.unmapped.sealward).toMatchObject({
      kind: 'indeterminate',
      cause: 'gave-up',
      tries: 5,
      trigger: { cause: 'event', sequencer: '00A1' },
    });
    expect(record.severity).toBe('High');
    expect(ocsfErrors(record)).toEqual([]);
  });

  it('closes the intent that the ref came back with', () => {
    const ref = { ...REF, returned: returned(APPLIED) };
    const record = unjudgedRefRecord(ref, { cause: 'writer', receiveCount: 5 }, CONTEXT);
    expect(record.unmapped.sealward.closes?.intentId).toBe('intent-1');
    expect(record.unmapped.sealward.rule).toBeUndefined();
    expect(record.compliance.control).toBe('payroll');
  });
});

describe('unreadableMessageRecord', () => {
  it('keeps the message as evidence', () => {
    const body = '{"not": "ours\u202E"';
    const record = unreadableMessageRecord(body, QUEUE, CONTEXT);
    const kept = record.unmapped.sealward.body;
    expect(Buffer.from(kept?.base64 ?? '', 'base64').toString()).toBe(body);
    expect(kept).toMatchObject({
      bytes: Buffer.byteLength(body),
      sha256: createHash('sha256').update(body).digest('hex'),
      cut: false,
    });
    expect(record.resources[0]).toMatchObject({
      uid: QUEUE,
      type: 'AWS::SQS::Queue',
      name: 'sealward-objects',
    });
    expect(ocsfErrors(record)).toEqual([]);
  });

  it('keeps the first 512 KiB, and tells how long the whole was', () => {
    const body = 'é'.repeat(512 * 1024); // 1 MiB, the most that SQS takes
    const kept = unreadableMessageRecord(body, QUEUE, CONTEXT).unmapped.sealward.body;
    expect(Buffer.from(kept?.base64 ?? '', 'base64').length).toBe(512 * 1024);
    expect(kept).toMatchObject({
      bytes: 1024 * 1024,
      sha256: createHash('sha256').update(body).digest('hex'),
      cut: true,
    });
  });

  it('is the same record for the same message, and another for another', () => {
    expect(uid('a')).toBe(uid('a'));
    expect(uid('a')).not.toBe(uid('b'));
  });
});
