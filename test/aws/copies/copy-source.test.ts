import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { copySource } from '../../../aws/copies/copy-source.ts';

it.each([
  [{ bucket: 'b', key: 'a/b c.txt' }, 'b/a/b%20c.txt'],
  [{ bucket: 'b', key: 'k', versionId: 'null' }, 'b/k?versionId=null'],
  [
    { bucket: 'b', key: 'k?versionId=x', versionId: 'v/1=' },
    'b/k%3FversionId%3Dx?versionId=v%2F1%3D',
  ],
  [{ bucket: 'b', key: '/../ü+%2F//' }, 'b//../%C3%BC%2B%252F//'],
])('names %j', (ref, expected) => {
  expect(copySource(ref)).toBe(expected);
});

it('is read back as the very key and version, whatever they hold', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ minLength: 1 }),
      (key, versionId) => {
        const [, path = '', version = ''] =
          /^b\/([^?]*)\?versionId=([^?]*)$/.exec(copySource({ bucket: 'b', key, versionId })) ?? [];
        expect([decodeURIComponent(path), decodeURIComponent(version)]).toEqual([key, versionId]);
      },
    ),
  );
});
