import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseQuarantineKey } from '../../../core/release/parse-quarantine-key.ts';
import { quarantineKeys } from '../../../core/quarantine/quarantine-keys.ts';
import { restoredKey } from '../../../core/release/restored.ts';
import { shortenIds } from '../../../core/release/shorten-ids.ts';

const anyId = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 64, maxLength: 64 });

describe('shortenIds', () => {
  it.each([
    ['one id', ['a'.repeat(64)], 12],
    ['none', [], 12],
    ['two that differ early', ['a'.repeat(64), 'b'.repeat(64)], 12],
    ['two that differ late', [`${'a'.repeat(20)}b${'0'.repeat(43)}`, 'a'.repeat(64)], 21],
    ['the same twice', ['a'.repeat(64), 'a'.repeat(64)], 12],
  ])('of %s', (_title, ids, length) => {
    expect(shortenIds(ids)('f'.repeat(64))).toHaveLength(length);
  });

  it('never makes two ids look the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyId), (ids) => {
        expect(new Set(ids.map(shortenIds(ids))).size).toBe(ids.length);
      }),
    );
  });
});

describe('parseQuarantineKey', () => {
  const id = '0123456789abcdef'.repeat(4);

  it('reads every key that quarantineKeys makes', () => {
    const { object, manifest, release } = quarantineKeys('payroll.eu', id);
    const restored = restoredKey({ bucket: 'payroll.eu', intentId: id });
    expect([object, manifest, release, restored].map(parseQuarantineKey)).toEqual([
      { bucket: 'payroll.eu', intentId: id, part: 'object' },
      { bucket: 'payroll.eu', intentId: id, part: 'manifest.json' },
      { bucket: 'payroll.eu', intentId: id, part: 'release.json' },
      { bucket: 'payroll.eu', intentId: id, part: 'restored/release.json' },
    ]);
  });

  it.each(['', 'a/b/object', `a/${id}`, `a/${id}/other`, `a/b/${id}/object`, `a/${id}/object/`])(
    'leaves alone what is none of ours: `%s`',
    (key) => {
      expect(parseQuarantineKey(key)).toBeUndefined();
    },
  );
});
