import { expect, it } from '@jest/globals';
import { crashOf } from '../../../bench/fuzz/crash-of.ts';
import type { Parser } from '../../hostile/parser.ts';

const parser = (parse: Parser['parse'], throws?: Parser['throws']): Parser => ({
  name: 'one',
  grammar: 'words',
  seeds: ['a'],
  parse,
  ...(throws !== undefined && { throws }),
});
const fails = (): never => {
  throw new RangeError('too deep');
};

it.each([
  ['an answer', parser(() => ({ a: [1] }))],
  ['an object without a prototype', parser(() => Object.create(null))],
  ['its documented error', parser(fails, (error) => error instanceof RangeError)],
])('finds nothing wrong with %s', (_title, target) => {
  expect(crashOf(target, 'x')).toBeUndefined();
});

it.each([
  ['another error', parser(fails, (error) => error instanceof TypeError), 'RangeError: too deep'],
  [
    'a prototype that came with the text',
    parser(() => ({ a: Object.create({ admin: true }) })),
    'foreign prototype at `.a`',
  ],
  [
    'what is no error',
    parser(() => {
      throw null;
    }),
    'threw what is no error',
  ],
  [
    'something that every object inherits from now on',
    parser(() => Object.assign(Object.prototype, { polluted: 1 })),
    'put something at `Object.prototype.polluted`',
  ],
])('finds %s', (_title, target, wrong) => {
  expect(crashOf(target, 'x')).toBe(wrong);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
