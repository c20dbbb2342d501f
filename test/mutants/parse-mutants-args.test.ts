import { expect, it } from '@jest/globals';
import { MUTANTS_HELP, parseMutantsArgs } from './parse-mutants-args.ts';

it('tries all defects unless told otherwise', () => {
  expect(parseMutantsArgs([])).toEqual({
    only: [],
    runs: 5_000,
    seed: '1',
    minutes: 10,
    simulator: 'test/simulation/main.ts',
    json: false,
    help: false,
  });
});

it('takes ids one by one or in a list', () => {
  expect(parseMutantsArgs(['--only', 'a,b', '--only', 'c', '--runs', '3'])).toMatchObject({
    only: ['a', 'b', 'c'],
    runs: 3,
  });
});

it.each([
  [['--runs', '0'], '`--runs` is `0`, expected a whole number above zero'],
  [['--minutes', '1.5'], '`--minutes` is `1.5`, expected a whole number above zero'],
  [['--fast'], "Unknown option '--fast'"],
])('does not understand %j', (args, words) => {
  expect(() => parseMutantsArgs(args)).toThrow(words);
});

it('explains every option, with what it is otherwise', () => {
  const { help: _, json: _json, only: _only, ...rest } = parseMutantsArgs([]);
  for (const [name, value] of Object.entries(rest)) {
    expect(MUTANTS_HELP).toMatch(new RegExp(`--${name} .*\\(${String(value)}\\)`));
  }
});
