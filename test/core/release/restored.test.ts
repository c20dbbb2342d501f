import { describe, expect, it } from '@jest/globals';
import { releaseIdOf } from '../../../core/release/release-id.ts';
import { parseRestored } from '../../../core/release/restored.ts';
import { INTENT } from './made.ts';

const NOTE = { v: 1, intentId: INTENT, at: '2026-11-23T00:00:00.000Z', etag: 'e' } as const;

describe('the note of what a release has put back', () => {
  it.each([NOTE, { ...NOTE, versionId: 'v9' }])('comes back as it was written: %j', (note) => {
    expect(parseRestored(JSON.stringify(note))).toStrictEqual(note);
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['another version', JSON.stringify({ ...NOTE, v: 2 })],
    ['no intent', JSON.stringify({ ...NOTE, intentId: '' })],
    ['no date', JSON.stringify({ ...NOTE, at: 'yesterday' })],
    ['no ETag', JSON.stringify({ ...NOTE, etag: undefined })],
    ['an empty version id', JSON.stringify({ ...NOTE, versionId: '' })],
  ])('is none where it holds %s', (_title, text) => {
    expect(parseRestored(text)).toBeUndefined();
  });
});

it('one intent has one release, under an id of its own', () => {
  expect(releaseIdOf(INTENT)).toBe(releaseIdOf(INTENT));
  expect(releaseIdOf(INTENT)).not.toBe(releaseIdOf('d'.repeat(64)));
  expect(releaseIdOf(INTENT)).not.toBe(INTENT);
  expect(releaseIdOf(INTENT)).toBe(
    '625e52415c5f019f2d8cec2471e779f1e46b73af9a581128c15cf4063dcd8c02',
  ); // as in the version before: an interrupted run is found by it
});
