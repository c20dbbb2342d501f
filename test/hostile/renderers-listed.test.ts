import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const textsOf = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: ROOT }).map((file) => readFileSync(join(ROOT, file), 'utf8'));

const EXPORT = /^export const ((?:show|print|explain|describe|create\w*Report)\w*)/gm;
const IMPORT = /^import (?!type)\{([^}]*)\} from '..\/..\/cli\//gm;

// Never called with hostile text but by one that is tested here: numbers, enums, or a part of what that shows.
const PARTS = [
  'showAttributes',
  'showBreaker',
  'showChecked',
  'showCopy',
  'showEncryption',
  'showEnrolment',
  'showEntry',
  'showLeftover',
  'showNext',
  'showPolicy',
  'showProgress',
  'showRef',
  'showRequirements',
  'showSize',
  'showStalled',
];

it('everything that the command line shows is shown hostile text', () => {
  const shows = textsOf('cli/**/*.ts').flatMap((text) =>
    [...text.matchAll(EXPORT)].map(([, name = '']) => name),
  );
  const tested = textsOf('test/hostile/terminal*.test.ts').flatMap((text) =>
    [...text.matchAll(IMPORT)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    ),
  );
  expect(shows.length).toBeGreaterThan(20);
  expect(shows.filter((name) => !tested.includes(name)).toSorted()).toEqual(PARTS);
});
