import { describe, expect, it } from '@jest/globals';
import { isNotice, parseNotice, serialiseNotice } from '../../../core/messages/notice-message.ts';

const NOTICE = {
  kind: 'breaker-opened',
  rule: 'payroll',
  orders: 10_000,
  hour: '2026-11-24T12:00:00.000Z',
  at: '2026-11-24T12:34:56.000Z',
} as const;
const parse = (text: string) => parseNotice(JSON.parse(text) as object);
const spoil = (change: object): string =>
  JSON.stringify({ v: 1, notice: { ...NOTICE, ...change } });

describe('a notice', () => {
  it('arrives as it was sent, and nothing with it', () => {
    expect(parse(serialiseNotice(NOTICE))).toEqual({ notice: NOTICE });
    expect(parse(spoil({ extra: 1 }))).toEqual({ notice: NOTICE });
  });

  it.each([
    [{ v: 1, notice: {} }, true],
    [{ v: 1, refs: [] }, false],
    [{ notice: {} }, false],
  ])('is told by its members: %j', (body, is) => {
    expect(isNotice(body)).toBe(is);
  });

  it('is sent as text that SQS takes', () => {
    expect(serialiseNotice({ ...NOTICE, rule: '\uFFFE' })).toContain('\\ufffe');
  });

  it.each([
    ['is of another version', JSON.stringify({ v: 2, notice: NOTICE }), '`v`'],
    ['is of an unknown kind', spoil({ kind: 'breaker-melted' }), 'notice.kind'],
    ['is about no rule', spoil({ rule: '' }), 'notice.rule'],
    ['does not say when', spoil({ at: undefined }), 'notice.at'],
    ['counts with words', spoil({ orders: 'many' }), 'notice.orders'],
  ])('is not understood when it %s', (_title, text, words) => {
    const parsed = parse(text);
    expect(parsed).toHaveProperty('ours', true);
    expect('unreadable' in parsed && parsed.unreadable).toContain(words);
  });
});
