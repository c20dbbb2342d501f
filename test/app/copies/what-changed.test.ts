import { expect, it } from '@jest/globals';
import { whatChanged } from '../../../app/copies/what-changed.ts';
import type { Reading } from '../../../core/objects/object-facts.ts';
import { makeObject } from '../../made/facts.ts';
import { makeAttributes, makeTask } from '../../core/copies/made-attributes.ts';

const { ref, etag } = makeAttributes();
const NONE = { kind: 'none' } as const;

it.each<[string, Reading, object]>([
  [
    'the destination, where its source is as it was',
    makeObject(NONE, { ref, etag }),
    { kind: 'destination-changed', words: 'S3 said' },
  ],
  [
    'the source, where it is another one',
    makeObject(NONE, { ref, etag: 'other' }),
    { kind: 'source-changed', words: 'S3 said' },
  ],
  [
    'the source, where it is gone',
    { kind: 'gone', ref, deleteMarker: false },
    { kind: 'source-changed', words: 'S3 said' },
  ],
  [
    'nobody knows what, where the source may not be read',
    { kind: 'unreadable', ref, cause: 'access-denied' },
    { kind: 'refused', code: 'access-denied', words: 'access-denied' },
  ],
])('%s', async (_title, reading, expected) => {
  const readObject = async () => Promise.resolve(reading);
  expect(await whatChanged({ readObject }, makeTask(), 'S3 said')).toEqual(expected);
});
