import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonLine } from '../../cli/json-line.ts';

describe('jsonLine', () => {
  it('is one line that parses to the same value, and shows a terminal nothing to act on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (key) => {
        const line = jsonLine({ key });
        expect(JSON.parse(line)).toEqual({ key });
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it.each(['\u001B[31m', '\u009B31m', 'a\r\nb', 'safe\u202Egpj.exe'])(
    'writes what is in %j as an escape',
    (text) => {
      expect(jsonLine(text)).toMatch(/^"[ -~]*"$/);
    },
  );
});
