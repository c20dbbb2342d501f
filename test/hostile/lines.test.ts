import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { jsonLine } from '../../cli/json-line.ts';
import { errorJson } from '../../cli/show-error.ts';
import { internalError } from '../../cli/internal-error.ts';
import { breakerOpenedRecord } from '../../core/ledger/breaker-opened-record.ts';
import {
  failedOrderRecord,
  unjudgedRefRecord,
  unreadableMessageRecord,
} from '../../core/ledger/dead-letter-record.ts';
import { serialiseRecord } from '../../core/ledger/serialise-record.ts';
import { verdictRecord } from '../../core/ledger/verdict-record.ts';
import { toQueueText } from '../../core/messages/to-queue-text.ts';
import { operatorRecord } from '../../core/operator/operator-record.ts';
import { complainTo } from '../../runtime/complain-to.ts';
import { createLogger } from '../../runtime/create-logger.ts';
import { anyInput, anyOrder } from '../core/ledger/any-input.ts';
import { hostileText } from '../core/ledger/any-verdict.ts';
import { CONTEXT, NOW } from '../core/ledger/make-input.ts';
import { acting, isOneLine } from './acts.ts';

const holdsLine = (line: string): void => {
  expect(isOneLine(line)).toBe(true);
  expect(acting([line.slice(0, -1)])).toEqual([]);
};

describe('a line of the ledger', () => {
  it('is one line of JSON in which nothing acts, whatever was recorded', () => {
    fc.assert(
      fc.property(anyInput, anyOrder, hostileText, (input, order, text) => {
        const { ref } = input;
        const act = {
          id: 'i',
          begunAt: NOW,
          reason: text,
          rule: text,
          intentId: text,
          ref,
          by: { arn: text, userId: text, account: '1' },
          operation: 'quarantine release',
        } as const;
        const why = { receiveCount: 3, words: text };
        const records = [
          verdictRecord(input, CONTEXT),
          failedOrderRecord(order, why, CONTEXT),
          unjudgedRefRecord(ref, { cause: 'event', ...why }, CONTEXT),
          unreadableMessageRecord(text, text, CONTEXT),
          breakerOpenedRecord({ rule: text, orders: 1, hour: text, at: text }, CONTEXT),
          operatorRecord(act, { kind: 'refused', code: text, words: text }, CONTEXT),
        ];
        for (const record of records) {
          const line = serialiseRecord(record);
          holdsLine(line);
          expect(JSON.parse(line).metadata).toEqual(record.metadata);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a line of --json', () => {
  it('is one line that reads back as it was, whatever the names and values', () => {
    fc.assert(
      fc.property(fc.dictionary(hostileText, hostileText), hostileText, (members, words) => {
        const line = `${jsonLine(members)}\n`;
        expect(isOneLine(line)).toBe(true);
        expect(acting([line.slice(0, -1)])).toEqual([]);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(members)));
        expect(isOneLine(`${jsonLine(errorJson(internalError(new Error(words))))}\n`)).toBe(true);
      }),
    );
  });
});

describe('a message for a queue', () => {
  it('holds no character that SQS refuses, and reads back as it was', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const body = toQueueText({ text });
        expect(body).not.toMatch(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
        expect(JSON.parse(body)).toEqual({ text });
      }),
    );
  });
});

describe('a line of the log', () => {
  it('is one line of JSON in which nothing acts and which reads back, whatever went wrong', () => {
    const lines: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      lines.push(String(chunk));
      return true;
    });
    const errors = jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      lines.push(String(chunk));
      return true;
    });
    const complain = complainTo(createLogger({ serviceName: 'x' }));
    const texts = fc.sample(hostileText, 200);
    for (const text of texts) complain('not recorded', { key: text, error: new Error(text) });
    for (const text of texts) complain('not sent', { key: text });
    write.mockRestore();
    errors.mockRestore();
    expect(lines.map((line) => JSON.parse(line).key)).toEqual([...texts, ...texts]);
    expect(lines.filter((line) => !isOneLine(line))).toEqual([]);
    expect(acting(lines.map((line) => line.slice(0, -1)))).toEqual([]);
  });
});
