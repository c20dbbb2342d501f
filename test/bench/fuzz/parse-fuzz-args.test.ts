import { expect, it } from '@jest/globals';
import { parseFuzzArgs } from '../../../bench/fuzz/parse-fuzz-args.ts';

it('has every target three minutes long, unless told otherwise', () => {
  const nothing = { targets: [], list: false, help: false };
  expect(parseFuzzArgs([])).toStrictEqual({ ...nothing, minutes: 3, seed: 1 });
  expect(
    parseFuzzArgs(['--minutes', '0.5', '--runs', '9', '--seed', '0', '--target', 'a']),
  ).toStrictEqual({ ...nothing, minutes: 0.5, runs: 9, seed: 0, targets: ['a'] });
});

it.each([
  [['--minutes', '0'], '`--minutes` is `0`, expected a number above zero'],
  [['--minutes', ''], '`--minutes` is ``, expected a number above zero'],
  [['--runs', 'many'], '`--runs` is `many`, expected a number above zero'],
  [['--runs', '1.5'], '`--runs` is `1.5`, expected a whole number'],
  [['--seed', 'x'], '`--seed` is `NaN`, expected a whole number'],
  [['--second', '1'], "Unknown option '--second'"],
])('refuses %j', (args, words) => {
  expect(() => parseFuzzArgs(args)).toThrow(words);
});
