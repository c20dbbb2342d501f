import { describe, expect, it } from '@jest/globals';
import { parseTrigger } from '../../../core/events/parse-trigger.ts';
import { parseRefMessage, serialiseRefMessage } from '../../../core/messages/parse-ref-message.ts';
import { toReturn } from '../../../core/messages/ref-message.ts';
import type { Outcome } from '../../../core/orders/order.ts';
import { makeViolation } from '../../made/facts.ts';

const order = {
  ref: { bucket: 'b', key: 'k', versionId: 'v1' },
  intentId: 'intent',
  because: makeViolation({ rule: 'payroll' }),
};
const OUTCOMES: readonly Outcome[] = [
  { kind: 'applied' },
  { kind: 'applied', became: 'v2', residual: 'v1' },
  { kind: 'applied', movedTo: 's3://quarantine/b/intent/object' },
  { kind: 'applied', words: 'its lock was extended' },
  { kind: 'superseded', words: 'gone' },
  { kind: 'refused', code: 'AccessDenied', words: 'no' },
  { kind: 'failed', words: 'given up after 5 tries' },
];

describe('the answer to an order', () => {
  it.each(OUTCOMES)('arrives as it was sent: %j', (outcome) => {
    const message = toReturn(order, outcome);
    expect(parseTrigger(serialiseRefMessage(message))).toEqual(message);
  });

  it.each(OUTCOMES)('is given once: %j', (outcome) => {
    const answers = toReturn(order, outcome).refs.filter(({ returned }) => returned !== undefined);
    expect(answers.map(({ returned }) => returned)).toEqual([
      { intentId: 'intent', rule: 'payroll', outcome },
    ]);
  });

  it('is about the version of the order where that made none, whatever else it says', () => {
    const { ref } = order;
    expect(toReturn(order, { kind: 'applied' }).refs).toStrictEqual([
      { ...ref, returned: { intentId: 'intent', rule: 'payroll', outcome: { kind: 'applied' } } },
    ]);
    const odd = { kind: 'failed', words: 'no', became: 'v2', residual: 'v0' } as Outcome;
    expect(toReturn(order, odd).refs).toMatchObject([{ versionId: 'v1' }]);
  });

  it('is about the version that the order made, and has the one left behind judged beside it', () => {
    const { refs } = toReturn(order, { kind: 'applied', became: 'v2', residual: 'v1' });
    expect(refs.map(({ versionId, returned }) => [versionId, returned !== undefined])).toEqual([
      ['v2', true],
      ['v1', false],
    ]);
  });

  it.each([
    ['says nothing of how it ended', { kind: 'done' }, 'returned.outcome.kind'],
    ['names no version', { kind: 'applied', became: '' }, 'returned.outcome.became'],
    ['names no place', { kind: 'applied', movedTo: 7 }, 'returned.outcome.movedTo'],
    ['leaves nothing behind', { kind: 'applied', residual: null }, 'returned.outcome.residual'],
    ['gives no words', { kind: 'failed' }, 'returned.outcome.words'],
  ])('is not understood when it %s', (_title, outcome, words) => {
    const returned = { intentId: 'i', rule: 'r', outcome };
    const refs = [{ bucket: 'b', key: 'k', returned }];
    const trigger = parseTrigger(JSON.stringify({ v: 1, cause: 'writer', refs }));
    expect('unreadable' in trigger && trigger.unreadable).toContain(words);
  });
});

describe('a ref message', () => {
  const refs = [{ bucket: 'b', key: 'k' }];

  it.each(['event', 'writer', 'wait', 'sweep', 'redrive', 'cli'] as const)(
    'may be caused by `%s`',
    (cause) => {
      expect(parseRefMessage({ v: 1, cause, refs })).toStrictEqual({ v: 1, cause, refs });
    },
  );

  it('is caused by nothing else', () => {
    expect(parseRefMessage({ v: 1, cause: '', refs })).toStrictEqual({
      unreadable: 'not a ref message of version 1: `cause`',
      ours: true,
    });
  });

  it('asks for nothing without refs', () => {
    expect(parseRefMessage({ v: 1, cause: 'sweep', refs: [] })).toStrictEqual({
      nothing: 'no refs in the message',
    });
  });
});
