import { expect, it } from '@jest/globals';
import { visibleJson } from '../../core/visible-json.ts';

it.each([
  ['a C1 control', '\u009B31m', '\\u009b31m'],
  ['a bidirectional override', 'a\u202Eb', 'a\\u202eb'],
  ['a line separator', '\u2028', '\\u2028'],
  ['a tag, in two halves', '\u{E0041}', '\\udb40\\udc41'],
  ['a blank that is no space', '\u00A0', '\\u00a0'],
])('writes %s as an escape', (_title, text, written) => {
  expect(visibleJson(JSON.stringify(text))).toBe(`"${written}"`);
  expect(JSON.parse(visibleJson(JSON.stringify(text)))).toBe(text);
});

it('leaves every letter as it is', () => {
  expect(visibleJson('"Größe 🗝 日本"')).toBe('"Größe 🗝 日本"');
});
