import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { createEnrollReport } from '../../cli/enroll/enroll-report.ts';
import { showGuard } from '../../cli/guard/show-guard.ts';
import { showPin } from '../../cli/policy/show-pins.ts';
import { printStatus } from '../../cli/status/print-status.ts';
import type { KeyAlias } from '../../core/keys/key-arn.ts';
import { denyStatement } from '../../core/guard/deny-statement.ts';
import { GUARD } from './make-guard.ts';
import { silent } from './silent.ts';
import { writtenBy } from './written.ts';

const AT = '2026-11-20T09:15:02.000Z';
const plain = (_style: string, text: string): string => text;
const stack = { name: 'sealward', account: '111122223333', region: 'eu-west-1' };

/** Copies, uploads, breakers and what was not seen, all named by an enemy. */
const statusOf = (one: string, two: string, three: string) => {
  const progress = {
    id: 'i',
    bucket: one,
    key: two,
    carried: 'c',
    startedAt: AT,
    upload: { uploadId: three, partBytes: 1, parts: 2, done: 1 },
  };
  const copy = { progress, parts: { kind: 'parts', done: 1, total: 2 } } as const;
  const acts = { opened: { at: AT, by: one }, resumed: { at: AT, by: two, reason: three } };
  return {
    mode: one,
    copies: [copy],
    stalled: [copy],
    leftovers: [{ bucket: one, key: two, uploadId: three, initiator: one }],
    breakers: [{ rule: one, hour: AT, orders: 1, ...acts }],
    unseen: [{ what: two, words: three }],
  };
};

describe('the terminal obeys nothing', () => {
  it.each([
    ['text', false],
    ['JSON', true],
  ] as const)('of copies, uploads and breakers, as %s', (_title, json) => {
    fc.assert(
      silent((...texts) =>
        writtenBy((terminal) => printStatus(statusOf(...texts), stack, terminal, json)),
      ),
    );
  });

  it.each([
    ['text', false],
    ['JSON', true],
  ] as const)('of the notifications of a bucket, as %s', (_title, json) => {
    fc.assert(
      silent((bucket, two, three) => {
        const before = { topics: [], queues: [], functions: [], eventBridge: false };
        const problem = { kind: 'aws-problem', cause: 'access-denied', words: two } as const;
        const drift = { missing: [two], unexpected: [three] };
        return writtenBy((terminal) => {
          const report = createEnrollReport(terminal, { json, account: '111122223333' });
          report.bucket({ bucket, enrolment: { kind: 'unverified', before, drift } });
          report.bucket({ bucket, enrolment: { kind: 'failed', problem } });
        });
      }),
    );
  });

  it.each([
    ['text', false],
    ['JSON', true],
  ] as const)('of a bucket that is to be guarded, as %s', (_title, json) => {
    const statement = denyStatement(GUARD);
    fc.assert(
      silent((bucket) =>
        writtenBy((terminal) => showGuard(terminal, { bucket, guarded: false, statement }, json)),
      ),
    );
  });

  it('of what KMS says of an alias', () => {
    const alias = 'alias/payroll' as KeyAlias;
    fc.assert(
      silent((words) => {
        const unreadable = { kind: 'key-unreadable', cause: 'not-found', words } as const;
        return showPin({ kind: 'unresolved', alias, unreadable }, plain);
      }),
    );
  });
});
