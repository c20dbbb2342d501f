import { expect, it } from '@jest/globals';
import { starterPolicy } from '../../../core/policy/starter-policy.ts';
import { compiledOf, fileOf, lockOf } from './policies.ts';

it('the starter policy parses, reports everything and changes nothing', () => {
  const [only, ...others] = compiledOf(starterPolicy()).rules;
  expect(others).toEqual([]);
  expect(only).toMatchObject({ id: 'defaults', onViolation: 'report', mode: 'observe' });
});

it('names the JSON Schema in its first line, where editors look for it', () => {
  const [first] = starterPolicy('../schema.json').split('\n');
  expect(first).toBe('# yaml-language-server: $schema=../schema.json');
});

it('parses with its examples switched on, too', () => {
  const text = starterPolicy().replaceAll(/^#(?! \S)/gm, '');
  const { content } = fileOf(text);
  expect([content.rules.length, content.exemptions.length]).toEqual([1, 1]);
  expect(compiledOf(text, lockOf([['alias/payroll', 'aaa']])).rules).toHaveLength(2);
});
