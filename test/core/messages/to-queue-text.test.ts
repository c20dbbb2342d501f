import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toQueueText } from '../../../core/messages/to-queue-text.ts';

// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html#API_SendMessage_RequestParameters
const ALLOWED = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

it.each(['\uFFFE', '\uFFFF', '\u0000', '\u001F', '\uD800', 'a\uFFFEb\uFFFF'])(
  'carries `%j` in characters that SQS takes',
  (key) => {
    const text = toQueueText({ key });
    expect(text).toMatch(ALLOWED);
    expect(JSON.parse(text)).toEqual({ key });
  },
);

it('carries any key unharmed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (key) => {
      const text = toQueueText({ key });
      expect(ALLOWED.test(text)).toBe(true);
      expect(JSON.parse(text)).toEqual({ key });
    }),
  );
});
