import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The arrows of DESIGN section 2: who may import whom, beside its own folder. Nothing else is allowed. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  functions: ['runtime', 'app', 'core'],
  cli: ['runtime', 'app', 'core'],
  runtime: ['aws', 'io', 'app', 'core'],
  app: ['core'],
  aws: ['core'],
  io: ['core'],
  core: [],
};

/** What may come from outside the tree. `*` ends a prefix. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  functions: ['@aws-lambda-powertools/logger', '@middy/core', 'aws-lambda'],
  cli: ['commander', 'node:*'],
  runtime: ['@aws-lambda-powertools/logger', 'aws-lambda', 'node:*'],
  app: [],
  aws: ['@aws-sdk/*', 'node:crypto', 'node:util/types'],
  io: ['node:*'],
  core: ['node:crypto', 'zod', 'yaml'],
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;
const importsOf = (file: string): readonly string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map(([, a, b]) => a ?? b ?? '');

const filesOf = (folder: string): readonly string[] => globSync(`${folder}/**/*.ts`, { cwd: ROOT });
const folderOf = (file: string): string => file.split('/')[0] ?? '';
const isAllowed = (name: string, allowed: readonly string[]): boolean =>
  allowed.some((one) =>
    one.endsWith('*')
      ? name.startsWith(one.slice(0, -1))
      : name === one || name.startsWith(`${one}/`),
  );

describe.each(Object.keys(ARROWS))('%s/', (folder) => {
  const files = filesOf(folder);

  it('has files that import something, so that this test sees what it should', () => {
    expect(files.flatMap(importsOf).length).toBeGreaterThan(0);
  });

  it('imports only along the arrows of the design', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => folderOf(relative(ROOT, join(ROOT, dirname(file), name))))
        .filter((to) => to !== folder && !(ARROWS[folder] ?? []).includes(to))
        .map((to) => `${file} -> ${to}/`),
    );
    expect(wrong).toEqual([]);
  });

  it('takes from outside only what it may', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.') && !isAllowed(name, PACKAGES[folder] ?? []))
        .map((name) => `${file} -> ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('core/', () => {
  // A pure decision has neither clock nor environment nor promises: time and facts are parameters.
  it.each([
    ['async code', /\basync\b|\bawait\b|\bPromise\b/],
    ['environment', /\bprocess\./],
    ['clock', /\bDate\.now\b|new Date\(\)/],
    ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/],
    ['console', /\bconsole\./],
  ])('has no %s', (_what, pattern) => {
    const wrong = filesOf('core').filter((file) => pattern.test(withoutComments(file)));
    expect(wrong).toEqual([]);
  });
});

it('prints and exits in cli/main.ts alone', () => {
  const wrong = Object.keys(ARROWS)
    .flatMap(filesOf)
    .filter((file) => file !== 'cli/main.ts')
    .filter((file) => /\bprocess\.exit\b|\bconsole\./.test(withoutComments(file)));
  expect(wrong).toEqual([]);
});

it('has one Lambda handler per door, under 40 lines', () => {
  const wrong = filesOf('functions').filter((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return (
      text.split('\n').length > 40 || [...text.matchAll(/export const handler\b/g)].length !== 1
    );
  });
  expect(wrong).toEqual([]);
});

it('has no default exports, no enums, no classes but errors', () => {
  const wrong = Object.keys(ARROWS)
    .flatMap(filesOf)
    .filter((file) =>
      /export default|\benum \w|class \w+(?! extends \w*Error\b)\s*(?:extends|\{)/.test(
        withoutComments(file),
      ),
    );
  expect(wrong).toEqual([]);
});

it('has no product file over 150 lines', () => {
  const wrong = Object.keys(ARROWS)
    .flatMap(filesOf)
    .filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 151);
  expect(wrong).toEqual([]);
});

function withoutComments(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}
