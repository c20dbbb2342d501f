import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { RULES } from '../../../local/model/rules.ts';

const HERE = new URL('.', import.meta.url);
const MODEL = new URL('../../../local/model/', import.meta.url);

const filesUnder = (folder: URL, ending: string): readonly URL[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => new URL(name, folder));

const sources = filesUnder(HERE, '.test.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const countOf = (text: string): number => sources.split(text).length - 1;

describe('the rules', () => {
  it.each(RULES)('$id has a test whose title is its statement', ({ id, statement }) => {
    expect(countOf(`${statement} [${id}]`)).toBeGreaterThan(0);
    expect(countOf(`[${id}]`)).toBe(countOf(`${statement} [${id}]`));
  });

  it('are all that titles name', () => {
    const ids = new Set<string>(RULES.map(({ id }) => id));
    const named = [...sources.matchAll(/ \[([a-z-]+\/[a-z0-9-]+)\]/g)].map(([, id]) => id ?? '');
    expect(named.filter((id) => !ids.has(id))).toStrictEqual([]);
  });

  it('have an id each', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('point to a page of AWS and say where they come from', () => {
    for (const { url, status, statement } of RULES) {
      expect(url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/);
      expect(['documented', 'observed', 'assumed']).toContain(status);
      expect(statement).not.toMatch(/\.$/);
    }
  });
});

describe('the files of the model', () => {
  const pages = /https:\/\/docs\.aws\.amazon\.com\/\S+ status: (?:documented|observed|assumed)/;
  const handlers = filesUnder(MODEL, '.ts').filter((file) =>
    /\b(?:S3Handler|KmsHandler|ModelHandler)<'/.test(readFileSync(file, 'utf8')),
  );

  it.each(handlers.map((file) => file.pathname.slice(MODEL.pathname.length)))(
    '%s names its page and status in its head',
    (name) => {
      const [head = ''] = readFileSync(new URL(name, MODEL), 'utf8').split('\nimport ');
      expect(head).toMatch(pages);
    },
  );
});
