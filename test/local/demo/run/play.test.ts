import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { play } from '../../../../local/demo/run/play.ts';
import { checkout } from '../../../../local/stand-in/checkout.ts';
import { withWorld } from '../with-world.ts';

it('that does not end as expected says what is wrong, and where the logs are', async () => {
  const lines: string[] = [];
  const numbers: unknown[] = [];
  const asExpected = await withWorld(async (world) =>
    play({
      world: { ...world, deadLetters: async () => Promise.resolve(3) },
      terminal: {
        out: (line) => lines.push(line),
        err: () => undefined,
        progress: () => undefined,
        isTTY: false,
        columns: 80,
        color: false,
      },
      args: { kind: 'run', objects: 1, keep: false, json: false },
      onNumbers: (told) => numbers.push(told),
      signal: new AbortController().signal,
    }),
  );
  expect(asExpected).toBe(false);
  expect(numbers).toEqual([expect.objectContaining({ unexpected: 0, dlq: 3 })]);
  const text = lines.join('\n');
  expect(text).toContain('1 thing not as expected\n  3 dead letters');
  const folder = join(checkout, /^logs: `(.*)`$/m.exec(text)?.[1] ?? 'nowhere');
  expect((await readdir(folder)).toSorted()).toEqual([
    'functions.log',
    'ledger.jsonl',
    'problems.txt',
  ]);
  expect(await readFile(join(folder, 'problems.txt'), 'utf8')).toBe('3 dead letters\n');
  await rm(folder, { recursive: true });
});
