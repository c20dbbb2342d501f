import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { PRODUCT_VERSION } from '../../../core/ledger/product-version.ts';

it('is the version of the package', () => {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  expect(PRODUCT_VERSION).toBe((JSON.parse(text) as { version: string }).version);
});
