import { expect, it } from '@jest/globals';
import { createAbandonCopy } from '../../../app/copies/abandon-copy.ts';
import { makeProgress } from './copy-world.ts';

const BEGUN = {
  id: 'intent',
  bucket: 'b',
  key: 'k',
  carried: 'f',
  startedAt: '2026-11-24T12:00:00.000Z',
  upload: { uploadId: 'u1', partBytes: 5, parts: 3, done: 1 },
};

const makeUploads = (abortsUntilGone: number) => {
  const calls: string[] = [];
  let left = abortsUntilGone;
  return {
    calls,
    uploads: {
      abort: async () => {
        left -= 1;
        calls.push('abort');
        return Promise.resolve();
      },
      listParts: async () => {
        calls.push('list');
        return Promise.resolve(
          left > 0 ? ({ kind: 'parts', parts: [] } as const) : ({ kind: 'no-upload' } as const),
        );
      },
    },
  };
};

it('aborts again while a part that was on its way keeps the upload alive', async () => {
  const { items, progress } = makeProgress();
  items.set('intent', BEGUN);
  const { uploads, calls } = makeUploads(3);
  await createAbandonCopy({ uploads, progress })('intent');
  expect(calls).toEqual(['abort', 'list', 'abort', 'list', 'abort', 'list']);
  expect(items.size).toBe(0);
});

it('keeps the note of an upload that will not go', async () => {
  const { items, progress } = makeProgress();
  items.set('intent', BEGUN);
  await expect(
    createAbandonCopy({ uploads: makeUploads(99).uploads, progress })('intent'),
  ).rejects.toThrow('upload `u1` is still there after 5 aborts');
  expect(items.size).toBe(1);
});

it('asks S3 nothing where nothing was begun', async () => {
  const { uploads, calls } = makeUploads(1);
  await createAbandonCopy({ uploads, progress: makeProgress().progress })('intent');
  expect(calls).toEqual([]);
});
