import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Defect } from './defect.ts';
import { runMutants } from './run-mutants.ts';

// a product of one line, and a simulator that sees one kind of mistake in it
const PRODUCT = 'export const limit: number = 3;\n';
const SIMULATOR = `
import { limit } from '../../core/limit.ts';
import { word } from 'a-package';
const at = process.argv.indexOf('--runs');
const runs = Number(process.argv[at + 1]);
if (word !== 'data' || !process.argv.includes('--until-first')) throw new Error('called wrongly');
if (limit === 99) setInterval(() => {}, 1000);
else {
  if (limit === 0) throw new RangeError('no limit');
  const first = { invariant: 'limit', seed: 12 };
  console.log('running');
  console.log(JSON.stringify(limit > 3 ? { runs: 2, violations: 1, first } : { runs, violations: 0 }));
  process.exitCode = limit > 3 ? 1 : 0;
}
`;

let root: string;
const write = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'mutants-'));
  await write('package.json', '{"type":"module"}');
  await write('core/limit.ts', PRODUCT);
  await write('test/simulation/main.ts', SIMULATOR);
  await write('packages/a-package/index.mjs', 'export const word = "data";\n');
  await write('packages/a-package/package.json', '{"name":"a-package","exports":"./index.mjs"}');
  await symlink(join(root, 'packages'), join(root, 'node_modules'));
});

afterEach(async () => rm(root, { recursive: true, force: true }));

const to = (limit: string): Defect => ({
  id: `limit-${limit}`,
  title: 'sets another limit',
  file: 'core/limit.ts',
  from: 'number = 3',
  to: `number = ${limit}`,
  invariant: 1,
});

const run = async (defects: readonly Defect[], minutes = 1) =>
  runMutants(defects, {
    root,
    runs: 40,
    seed: '5',
    minutes,
    simulator: 'test/simulation/main.ts',
    tell: () => undefined,
  });

/** Milliseconds: each starts a process or two, and a busy machine is slow at that. */
const TIME = 60_000;

describe('runMutants', () => {
  it(
    'tells of each defect whether and after how many runs it was seen',
    async () => {
      const result = await run([to('4'), to('2'), to('0')]);
      expect(result.kind === 'tried' && result.tried.map(({ answer }) => answer)).toEqual([
        { kind: 'caught', runs: 2, seed: '12', invariant: 'limit' },
        { kind: 'clean', runs: 40 },
        { kind: 'error', words: 'exit code 1: RangeError: no limit' },
      ]);
    },
    TIME,
  );

  it(
    'keeps the trees of those that nobody saw, and leaves the product alone',
    async () => {
      await run([to('4'), to('2')]);
      expect(await readdir(join(root, '.local/mutants'))).toEqual(['as-it-is', 'limit-2']);
      expect((await run([to('4')])).kind).toBe('tried');
    },
    TIME,
  );

  it(
    'is void where the tree as it is has a violation already',
    async () => {
      await write('core/limit.ts', 'export const limit: number = 5;\n');
      expect(await run([to('4')])).toEqual({
        kind: 'void',
        answer: { kind: 'caught', runs: 2, seed: '12', invariant: 'limit' },
      });
    },
    TIME,
  );

  it(
    'ends a simulator that hangs, and does not call that caught',
    async () => {
      const result = await run([to('99')], 0.05);
      expect(result.kind === 'tried' && result.tried[0]?.answer).toEqual({
        kind: 'error',
        words: 'it took too long',
      });
    },
    TIME,
  );
});
