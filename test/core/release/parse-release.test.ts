import { describe, expect, it } from '@jest/globals';
import { serialiseManifest } from '../../../core/quarantine/serialise-manifest.ts';
import { parseRelease } from '../../../core/release/parse-release.ts';
import { RELEASED } from './made.ts';

describe('parseRelease', () => {
  it.each([
    ['with a version', { ...RELEASED, versionId: 'v2' }],
    ['without one', RELEASED],
    ['with a hostile reason', { ...RELEASED, reason: '\u001B[2J\u202E' }],
  ])('reads back what was written %s', (_title, release) => {
    expect(parseRelease(serialiseManifest(release))).toEqual(release);
  });

  it.each([
    ['', 'not JSON'],
    ['null', 'not a release of version 1: ``'],
    [JSON.stringify({ ...RELEASED, by: '' }), 'not a release of version 1: `by`'],
    [JSON.stringify({ ...RELEASED, at: 'now' }), 'not a release of version 1: `at`'],
    [JSON.stringify({ ...RELEASED, versionId: '' }), 'not a release of version 1: `versionId`'],
  ])('says what is wrong with `%s`', (text, unreadable) => {
    expect(parseRelease(text)).toStrictEqual({ unreadable });
  });

  it.each(['', 'null', '{}', JSON.stringify({ ...RELEASED, v: 2 })])(
    'does not trust `%s`',
    (text) => {
      expect(parseRelease(text)).toHaveProperty('unreadable');
    },
  );
});
