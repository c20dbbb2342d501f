import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { WINDOWS } from './data/windows.ts';
import { VERDICT_WINDOWS } from './verdicts/judge-dates.ts';

it('every window that is counted is explained in docs/limits.md, and no other', () => {
  const text = readFileSync(new URL('../../../docs/limits.md', import.meta.url), 'utf8');
  const [, section = ''] = text.split('### As the simulation counts them');
  const named = [...(section.split('\n### ')[0] ?? '').matchAll(/^\| `([a-z-]+)` \|/gm)];
  const counted = [...Object.keys(WINDOWS), ...VERDICT_WINDOWS];
  expect(new Set(named.map(([, name]) => name))).toEqual(new Set(counted));
  expect(named).toHaveLength(counted.length);
});
