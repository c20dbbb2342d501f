import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePolicy } from '../../../../core/policy/parse-policy.ts';

describe('any text whatever', () => {
  const tokens = fc.array(
    fc.constantFrom(
      'version: 1',
      'rules:',
      '- ',
      '  ',
      '\n',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '*a',
      '&a ',
      ': ',
      ',',
      '<<',
      '!!x ',
      '? ',
      '|',
      '#',
      '%',
      '---',
      'match',
      'id: a',
      '__proto__: ',
      '\t',
      '\ud800',
    ),
    { maxLength: 60 },
  );

  it('is parsed without throwing, and never into an object with a foreign prototype', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).toSorted();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          tokens.map((parts) => parts.join('')),
        ),
        (text) => {
          const parsed = parsePolicy(text, 'policy.yaml');
          if (parsed.kind === 'policy-errors') {
            expect(parsed.errors.length).toBeGreaterThan(0);
            for (const { line, column } of parsed.errors) {
              expect(Math.min(line, column)).toBeGreaterThan(0);
            }
          }
        },
      ),
      { numRuns: 2000 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(before);
  });

  it('is parsed without throwing from any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => parsePolicy(Buffer.from(bytes).toString('utf8'), 'policy.yaml')).not.toThrow();
      }),
    );
  });
});
