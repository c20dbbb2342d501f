import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { parsePolicy } from '../../../core/policy/parse-policy.ts';
import { policyJsonSchema } from '../../../core/policy/policy-json-schema.ts';
import { starterPolicy } from '../../../core/policy/starter-policy.ts';
import { readMistakes } from './read-mistakes.ts';

const validate = new Ajv({ strict: true, strictTypes: false }).compile(policyJsonSchema());

describe('the JSON Schema', () => {
  it('is committed as the code makes it', () => {
    const committed = readFileSync(
      new URL('../../../docs/policy-schema.json', import.meta.url),
      'utf8',
    );
    expect(JSON.parse(committed)).toEqual(policyJsonSchema());
  });

  it('describes every field', () => {
    const bare: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      const {
        properties = {},
        items,
        description,
      } = schema as {
        properties?: Record<string, unknown>;
        items?: unknown;
        description?: string;
      };
      if (description === undefined) {
        bare.push(path);
      }
      for (const [name, inner] of Object.entries(properties)) {
        visit(inner, `${path}.${name}`);
      }
      if (
        Object.keys((items as { properties?: object } | undefined)?.properties ?? {}).length > 0
      ) {
        visit(items, `${path}[]`);
      }
    };
    visit(policyJsonSchema(), '');
    expect(bare).toEqual([]);
  });

  it.each([
    ['the starter policy', starterPolicy()],
    ['the starter policy with its examples', starterPolicy().replaceAll(/^#(?! \S)/gm, '')],
    ['the smallest policy', 'version: 1'],
  ])('accepts %s', (_title, text) => {
    expect(parsePolicy(text, 'p').kind).toBe('policy');
    expect([validate(parse(text)), validate.errors]).toEqual([true, null]);
  });

  const shapes = new Set([
    'unknown-field',
    'missing-field',
    'wrong-type',
    'unknown-value',
    'unknown-version',
    'empty-list',
    'empty-match',
    'empty-require',
    'empty-text',
    'duplicate-item',
    'exemption-tags',
    'bad-id',
    'bare-key-id',
    'bad-account',
  ]);
  it.each(
    readMistakes()
      .filter(({ code }) => shapes.has(code))
      .map(({ title, text }) => [title, text] as const),
  )('refuses %s, as parsing does', (_title, text) => {
    expect(validate(parse(text))).toBe(false);
  });
});
