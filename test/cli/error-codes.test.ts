import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ERROR_CODES } from '../../cli/error-codes.ts';

const SOURCES = readdirSync('cli', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'error-codes.ts')
  .map((file) => readFileSync(join('cli', file), 'utf8'))
  .join('\n');

it.each(Object.keys(ERROR_CODES))('%s can happen', (code) => {
  expect(SOURCES).toContain(`'${code}'`);
});
