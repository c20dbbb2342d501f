import { expect, it } from '@jest/globals';
import { shorten } from '../../../../local/demo/release/shorten.ts';

const OUTPUT = `quarantined    1f3a9c0d2b4e  s3://evidence/a
  since        2026-11-24T00:00:00.000Z
  size         520 bytes
  etag         0123
1 quarantined
`;

it.each([
  ['list', ['quarantined    1f3a9c0d2b4e  s3://evidence/a', '1 quarantined', '… and 3 more lines']],
  [
    'show',
    [
      'quarantined    1f3a9c0d2b4e  s3://evidence/a',
      '  since        2026-11-24T00:00:00.000Z',
      '1 quarantined',
      '… and 2 more lines',
    ],
  ],
  ['release', OUTPUT.trimEnd().split('\n')],
])('what `%s` prints, and how much was left out', (command, expected) => {
  expect(shorten(OUTPUT, command)).toEqual(expected);
});

it('cuts what would not fit on a line', () => {
  const [line = ''] = shorten('x'.repeat(500), 'release');
  expect(line).toHaveLength(132);
  expect(line.endsWith('…')).toBe(true);
});
