import { describe, expect, it } from '@jest/globals';
import { parseDemoArgs } from '../../../../local/demo/run/parse-demo-args.ts';

describe('the arguments of the demo', () => {
  it.each([
    ['nothing', [], { kind: 'run', keep: false, json: false }],
    [
      'everything',
      ['--objects', '2000', '--keep', '--json', '--port=4566', '--faults', '7'],
      { kind: 'run', objects: 2000, port: 4566, faults: 7, keep: true, json: true },
    ],
    ['help, whatever else is there', ['--objects', '3', '-h'], { kind: 'help' }],
  ])('%s', (_title, args, expected) => {
    expect(parseDemoArgs(args)).toEqual(expected);
  });

  it.each([
    ['none', ['--objects', '0'], '`--objects` is `0`, expected a whole number from 1 to 100000'],
    [
      'half a one',
      ['--objects', '1.5'],
      '`--objects` is `1.5`, expected a whole number from 1 to 100000',
    ],
    ['a hexadecimal one', ['--objects', '0x10'], '`--objects` is `0x10`, expected'],
    ['too many', ['--objects', '100001'], '`--objects` is `100001`, expected'],
    ['hostile text', ['--objects', '1\u001B[2J'], '`--objects` is `1\\u{1b}[2J`, expected'],
    ['no port', ['--port', 'http'], '`--port` is `http`, expected a whole number from 1 to 65535'],
    ['a seed that is no number', ['--faults', 'x'], '`--faults` is `x`, expected a whole number'],
    ['an option that is not there', ['--fast'], "unknown option '--fast'"],
    ['an option without its value', ['--objects'], "option '--objects <value>' argument missing"],
    ['a word', ['everything'], "unexpected argument 'everything'"],
  ])('refuses %s, and says where to look', (_title, args, message) => {
    const parsed = parseDemoArgs(args);
    expect(parsed).toMatchObject({ kind: 'wrong', message: expect.stringContaining(message) });
    expect(parsed).toMatchObject({ message: expect.stringMatching(/^[^\n]+: see `--help`$/) });
  });
});
