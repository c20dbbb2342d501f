import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { COMPLIANT, FIX, perMillion } from '../../../bench/cost/cost-per-million.ts';
import { renderCost } from '../../../bench/cost/render-cost.ts';

it('docs/cost.md is what the model says: run `npm run generate` after a change', () => {
  const committed = readFileSync(new URL('../../../docs/cost.md', import.meta.url), 'utf8');
  expect(committed).toBe(renderCost());
});

it('sums what a million objects cost', () => {
  expect(perMillion([{ item: 'x', count: 2, unit: 0.5 / 1e6, note: '' }])).toBeCloseTo(1);
  expect(perMillion(FIX)).toBeGreaterThan(perMillion(COMPLIANT));
});

it('the README names the same sums', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`$${perMillion(COMPLIANT).toFixed(2)}`);
  expect(readme).toContain(`$${perMillion(FIX).toFixed(2)}`);
});
