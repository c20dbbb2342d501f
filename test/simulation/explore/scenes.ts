import type { UserAction } from '../users/user-action.ts';

const put = (Bucket: string, Key: string, text: string): UserAction => ({
  kind: 'call',
  service: 's3',
  name: 'PutObject',
  input: { Bucket, Key, Body: Buffer.from(text) },
});

const remove = (Bucket: string, Key: string): UserAction => ({
  kind: 'call',
  service: 's3',
  name: 'DeleteObject',
  input: { Bucket, Key },
});

export type Scene = { readonly title: string; readonly actions: readonly UserAction[] };

/** Three events of two objects, for each remedy that can race with its owner. */
export const THREE_EVENTS: readonly Scene[] = [
  {
    title: 'update in place, an overwrite, and a bucket without versions',
    actions: [
      put('update-on', 'a', 'first'),
      put('update-off', 'b', 'other'),
      put('update-on', 'a', 'second'),
    ],
  },
  {
    title: 'update in a bucket without versions, overwritten',
    actions: [
      put('update-off', 'a', 'first'),
      put('update-on', 'b', 'other'),
      put('update-off', 'a', 'second'),
    ],
  },
  {
    title: 'copy in a bucket without versions, of what is deleted',
    actions: [
      put('dual-off', 'a', 'first'),
      put('report-off', 'b', 'other'),
      remove('dual-off', 'a'),
    ],
  },
];

/** Five events of two objects, and remedies that take many calls: too long for the tests. */
export const LONG_SCENES: readonly Scene[] = [
  {
    title: 'copy of what is overwritten',
    actions: [
      put('dual-on', 'a', 'first'),
      put('report-off', 'b', 'other'),
      put('dual-on', 'a', 'second'),
    ],
  },
  {
    title: 'move of what is overwritten',
    actions: [
      put('move-on', 'a', 'first'),
      put('report-off', 'b', 'other'),
      put('move-on', 'a', '2'),
    ],
  },
  {
    title: 'update in place, twice overwritten, and a neighbour overwritten once',
    actions: [
      put('update-on', 'a', 'first'),
      put('update-off', 'b', 'other'),
      put('update-on', 'a', 'second'),
      put('update-off', 'b', 'again'),
      put('update-on', 'a', 'third'),
    ],
  },
];
