import { expect, it } from '@jest/globals';
import { stateOf } from '../../../core/release/quarantined.ts';
import { INTENT, ISOLATED, makeManifest, RELEASED } from './made.ts';

const OF = { bucket: 'payroll-2026', intentId: INTENT };
const MOVED = { ...OF, kind: 'quarantined', manifest: makeManifest() } as const;
const MARKED = { ...OF, kind: 'quarantined', manifest: ISOLATED } as const;

it.each([
  ['quarantined', 'it was moved there', MOVED],
  ['isolated', 'it was marked where it is', MARKED],
  ['released', 'it was put back', { ...MOVED, release: RELEASED }],
  ['released', 'its marker was taken off', { ...MARKED, release: RELEASED }],
  ['under-way', 'its manifest is not written yet', { ...OF, kind: 'under-way' }],
  ['unreadable', 'nobody can read its manifest', { ...OF, kind: 'unreadable', words: 'no' }],
] as const)('is `%s` where %s', (state, _title, entry) => {
  expect(stateOf(entry)).toBe(state);
});
