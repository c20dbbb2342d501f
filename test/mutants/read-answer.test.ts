import { describe, expect, it } from '@jest/globals';
import type { ChildEnd } from './child-end.ts';
import { readAnswer } from './read-answer.ts';

const end = (code: number | null, stdout: string, more: Partial<ChildEnd> = {}): ChildEnd => ({
  code,
  stdout,
  stderr: '',
  timedOut: false,
  ...more,
});

const CLEAN = '{"runs":500,"violations":0}';
const FIRST = '{"runs":17,"violations":1,"first":{"invariant":3,"seed":41,"trace":["a"]}}';

describe('readAnswer', () => {
  it('takes the last line, whatever was printed before', () => {
    expect(readAnswer(end(0, `{"runs":1}\nrun 500\n${CLEAN}\n`))).toEqual({
      kind: 'clean',
      runs: 500,
    });
  });

  it('tells how many runs it took, which invariant broke, and the seed that shows it', () => {
    expect(readAnswer(end(1, FIRST))).toEqual({
      kind: 'caught',
      runs: 17,
      seed: '41',
      invariant: '3',
    });
  });

  it.each([
    ['no JSON at all', end(0, 'all fine\n'), 'exit code 0'],
    ['nothing', end(1, ''), 'exit code 1'],
    ['JSON of something else', end(0, '{"violations":0}'), 'exit code 0'],
    ['a violation and exit code 0', end(0, FIRST), 'does not go with 1 violations'],
    ['no violation and exit code 1', end(1, CLEAN), 'does not go with 0 violations'],
    ['a violation that it does not name', end(1, '{"runs":1,"violations":1}'), 'does not go with'],
    ['a signal', end(null, FIRST), 'exit code null'],
    ['a violation, but too late', end(1, FIRST, { timedOut: true }), 'too long'],
  ] as const)('never takes %s for an answer', (_title, ended, words) => {
    expect(readAnswer(ended)).toEqual({ kind: 'error', words: expect.stringContaining(words) });
  });

  it('quotes the error that a simulator died of', () => {
    const stderr = 'file:///x.ts:3\n  boom\n\nTypeError: no such thing\n    at x\n\nNode.js v24\n';
    expect(readAnswer(end(1, '', { stderr }))).toEqual({
      kind: 'error',
      words: 'exit code 1: TypeError: no such thing',
    });
  });
});
