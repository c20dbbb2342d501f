import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { listUntilFlaw } from '../../core/list-until-flaw.ts';
import { parseTrigger } from '../../core/events/parse-trigger.ts';
import { parseOrderMessage } from '../../core/messages/order-message.ts';
import { parseManifest } from '../../core/quarantine/parse-manifest.ts';

const LIST = z.object({ items: listUntilFlaw(z.object({ n: z.number() })) });
const many = (item: string): string => `[${Array(200_000).fill(item).join(',')}]`;

describe('listUntilFlaw', () => {
  it('reads a list, and only what the items say of them', () => {
    expect(LIST.parse({ items: [{ n: 1, more: 2 }, { n: 2 }] })).toEqual({
      items: [{ n: 1 }, { n: 2 }],
    });
    expect(LIST.parse({ items: [] })).toEqual({ items: [] });
  });

  it.each([
    ['an item', { items: [{ n: 1 }, { n: 'x' }, {}] }, ['items', 1, 'n']],
    ['the list', { items: 'x' }, ['items']],
  ])('names the first flaw of %s, and no other', (_title, value, path) => {
    expect(LIST.safeParse(value).error?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it.each([
    ['refs', parseTrigger, `{"v":1,"cause":"event","refs":${many('{}')}}`],
    [
      'findings',
      parseOrderMessage,
      `{"v":1,"order":{"kind":"move","because":{"kind":"violation","also":${many('{}')}}}}`,
    ],
    [
      'grants',
      parseManifest,
      `{"v":1,"kind":"move","source":{"acl":{"owner":"o","grants":${many('1')}}}}`,
    ],
  ])('has no message with very many bad %s throw', (_title, parse, text) => {
    expect(parse(text)).toHaveProperty('unreadable');
  });
});
