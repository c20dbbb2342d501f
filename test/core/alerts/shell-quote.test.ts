import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shellQuote } from '../../../core/alerts/shell-quote.ts';
import { hidesText } from '../../../core/show-text.ts';
import { hostileText } from '../ledger/any-verdict.ts';

const hasBash = spawnSync('bash', ['-c', ':']).status === 0;
if (!hasBash) {
  process.stderr.write('SKIPPED: quoting is not proven by a shell, there is no bash here\n');
}

describe('shellQuote', () => {
  it.each([
    ['what needs no quotes', 's3://b/a/b.pdf', 's3://b/a/b.pdf'],
    ['a key that begins with a slash', 's3://b//a', 's3://b//a'],
    ['a blank', 's3://b/a b', "'s3://b/a b'"],
    ['a quote', "it's", `'it'\\''s'`],
    ['what a shell expands', '$(rm -rf ~)`!*?', "'$(rm -rf ~)`!*?'"],
    ['letters beyond ASCII', 'Ü', "'Ü'"],
    ['a line end', 'a\nb', "$'a\\x0ab'"],
    ['a right-to-left override', '\u202E', "$'\\xe2\\x80\\xae'"],
    ['a link', 's3://b/https://evil.example', "$'s3://b/https\\x3a//evil.example'"],
    ['nothing', '', "''"],
  ])('quotes %s', (_title, text, quoted) => {
    expect(shellQuote(text)).toBe(quoted);
  });

  it('gives up on a NUL byte, which no argument can hold', () => {
    expect(shellQuote('a\0b')).toBeUndefined();
  });

  it('lets nothing act on a screen', () => {
    fc.assert(fc.property(hostileText, (text) => !hidesText(shellQuote(text) ?? '')));
  });
});

(hasBash ? describe : describe.skip)('a quoted word', () => {
  it('reaches a command byte for byte', () => {
    const texts = fc
      .sample(hostileText, 1000)
      .filter((text) => !text.includes('\0'))
      .map((text) => text.toWellFormed()); // a command line is bytes, and S3 keys are UTF-8
    const script = `printf '%s\\0' ${texts.map(shellQuote).join(' ')}`;
    const out = execFileSync('bash', ['-s'], { input: script, encoding: 'utf8' });
    expect(out.split('\0').slice(0, -1)).toEqual(texts);
  });
});
