import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { POLICY_ERROR_CODES } from '../../../core/policy/policy-error-codes.ts';

it('every code has an example in these tests', () => {
  const folder = new URL('./', import.meta.url);
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name === 'mistakes.txt' || name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
  const untested = Object.keys(POLICY_ERROR_CODES).filter(
    (code) => !texts.includes(`[${code}]`) && !texts.includes(`'${code}'`),
  );
  expect(untested).toEqual([]);
});
