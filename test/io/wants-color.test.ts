import { describe, expect, it } from '@jest/globals';
import { wantsColor } from '../../io/wants-color.ts';

describe('wantsColor', () => {
  it.each([
    ['colours where a person looks', true, {}, true],
    ['leaves pipes alone', false, {}, false],
    ['obeys NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['ignores an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['obeys FORCE_COLOR in a pipe', false, { FORCE_COLOR: '1' }, true],
    ['obeys FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
    ['lets FORCE_COLOR win over NO_COLOR', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['leaves dumb terminals alone', true, { TERM: 'dumb' }, false],
  ] as const)('%s', (_title, isTTY, env, expected) => {
    expect(wantsColor(isTTY, env)).toBe(expected);
  });
});
