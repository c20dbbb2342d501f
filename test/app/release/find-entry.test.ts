import { describe, expect, it } from '@jest/globals';
import { findEntry } from '../../../app/release/find-entry.ts';
import { listEntries } from '../../../app/release/list-entries.ts';

const id = (digits: string): string => digits.padEnd(64, '0');

/** A bucket that lists one key a page. */
const bucketOf = (...keys: readonly string[]) => {
  const asked: string[] = [];
  return {
    asked,
    quarantineBucket: 'q',
    listObjects: async function* (bucket: string, prefix: string) {
      asked.push(prefix);
      for (const key of keys.toSorted()) {
        if (key.startsWith(prefix)) yield await Promise.resolve([{ bucket, key }]);
      }
    },
    listFolders: () => Promise.resolve([...new Set(keys.map((key) => key.split('/')[0] ?? ''))]),
  };
};

const all = async <Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> => {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
};

const [A, B] = [id('a1'), id('a2')];
const PORTS = bucketOf(
  `b1/${A}/manifest.json`,
  `b1/${A}/object`,
  `b1/${A}/release.json`,
  `b1/${B}/object`,
  `b2/${A}/manifest.json`,
  `b2/${A}/unknown`,
  'b3/something else',
);

describe('listEntries', () => {
  it('puts together what belongs to one intent, over pages', async () => {
    expect(await all(listEntries(PORTS, ''))).toEqual([
      { bucket: 'b1', intentId: A, parts: new Set(['manifest.json', 'object', 'release.json']) },
      { bucket: 'b1', intentId: B, parts: new Set(['object']) },
      { bucket: 'b2', intentId: A, parts: new Set(['manifest.json']) },
    ]);
  });
});

describe('findEntry', () => {
  it('looks in every source bucket, and reads no more than it has to', async () => {
    const ports = bucketOf(`b1/${A}/object`, `b2/${B}/object`);
    expect(await findEntry(ports, 'a2')).toMatchObject({
      kind: 'entry',
      entry: { bucket: 'b2', intentId: B },
    });
    expect(ports.asked).toEqual(['b1/a2', 'b2/a2']);
  });

  it('looks in the one bucket that it is told', async () => {
    expect(await findEntry(PORTS, 'a1', 'b2')).toMatchObject({ entry: { bucket: 'b2' } });
  });

  it('says where there is none, and where there are several', async () => {
    expect(await findEntry(PORTS, 'f')).toEqual({ kind: 'none' });
    expect(await findEntry(PORTS, 'a', 'b1')).toEqual({ kind: 'ambiguous', intentIds: [A, B] });
  });
});
