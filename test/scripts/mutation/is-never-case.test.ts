import { expect, it } from '@jest/globals';
import { type Case, isNeverCase } from '../../../scripts/mutation/is-never-case.ts';

const calls = (name: string) => ({ type: 'ReturnStatement', argument: { callee: { name } } });
const never = { type: 'ReturnStatement', argument: { typeAnnotation: { type: 'TSNeverKeyword' } } };

it.each<readonly [string, Case, boolean]>([
  ['assertNever', { test: null, consequent: [calls('assertNever')] }, true],
  ['satisfies never', { test: null, consequent: [never] }, true],
  ['another function', { test: null, consequent: [calls('report')] }, false],
  ['nothing', { test: null, consequent: [{ type: 'ReturnStatement', argument: null }] }, false],
  ['no statement', { test: null, consequent: [] }, false],
  ['a statement before', { test: null, consequent: [{ type: 'IfStatement' }, never] }, false],
  ['assertNever, of a case with a value', { test: {}, consequent: [never] }, false],
])('a default with %s is for the compiler alone, or is not', (_title, one, expected) => {
  expect(isNeverCase(one)).toBe(expected);
});
