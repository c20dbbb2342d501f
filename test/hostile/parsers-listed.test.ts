import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { PARSERS } from './parsers.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILES = globSync('{functions,cli,app,core,aws,io,runtime}/**/*.ts', { cwd: ROOT }).map(
  (file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }),
);
const LISTED = new Set(PARSERS.map(({ name }) => name));

const EXPORT = /^export const (\w+)/gm;
const NAMED_SO = /^(?:(?:parse|load|decode)[A-Z]|read\w*Document$)/;
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(EXPORT)].map(([, name = '']) => name);

// Whatever reads text does it with one of these in the end, whatever it is called.
const READS =
  /\bJSON\.parse\(|\b(?:safeParse|safeDecode|parseDocument|parseArgs)\(|(?<!Date)\.parse\(|\.argParser\(|\bdecodeURI(?:Component)?\(|\bnew URL(?:SearchParams)?\(/;

/** Files that read text and export no parser of the list. Each says why that is enough. */
const REACHED: Readonly<Record<string, string>> = {
  'core/list-until-flaw.ts': 'by `parseManifest`, `parseOrderMessage` and `parseRefMessage`',
  'core/policy/document/well-formed.ts': 'by `parsePolicy`',
  'core/quarantine/differing-members.ts': 'reads what it has just written',
  'aws/quarantine/read-bucket-policy.ts': 'asks only whether it is JSON; `isGuarded` reads it',
  'cli/commands/guard.ts': 'by `parseRoleArn`, which takes or refuses it',
  'runtime/read-policy.ts': 'by `loadPolicy`; the file is our own build',
};

describe('the list of parsers', () => {
  it('names every parser that the product exports, so that none goes without hostile input', () => {
    const exported = FILES.flatMap(({ text }) => namesIn(text)).filter((one) => NAMED_SO.test(one));
    expect(exported.length).toBeGreaterThan(20);
    expect(exported.filter((name) => !LISTED.has(name))).toEqual([]);
  });

  it('reaches every file that reads text, whatever its parser is called', () => {
    const readers = FILES.filter(({ text }) => READS.test(text));
    const forgotten = readers.filter(({ text }) => !namesIn(text).some((one) => LISTED.has(one)));
    expect(forgotten.map(({ file }) => file).toSorted()).toEqual(Object.keys(REACHED).toSorted());
  });

  it('names nothing that the product has not, and nothing twice', () => {
    const exported = new Set(FILES.flatMap(({ text }) => namesIn(text)));
    expect(PARSERS.filter(({ name }) => !exported.has(name))).toEqual([]);
    expect(LISTED.size).toBe(PARSERS.length);
  });

  it.each(PARSERS.map((parser) => [parser.name, parser] as const))(
    '%s takes each of its seeds, so that mutations start from what is understood',
    (_name, { parse, seeds, mayRefuse }) => {
      const answers = seeds.map((seed) => parse(seed));
      expect(seeds.length).toBeGreaterThan(0);
      const refused = seeds.filter((_seed, at) => isRefusal(answers[at]));
      expect(mayRefuse === true ? refused.length < seeds.length : refused.length === 0).toBe(true);
    },
  );
});

const isRefusal = (answer: unknown): boolean =>
  answer === undefined ||
  answer === false ||
  (typeof answer === 'object' &&
    answer !== null &&
    (('unreadable' in answer && typeof answer.unreadable === 'string') ||
      ('errors' in answer && 'kind' in answer)));
