import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../../../../core/policy/parse-policy.ts';
import { parsePolicyLock } from '../../../../core/policy/policy-lock.ts';
import { formatPolicyError } from '../../../../core/policy/policy-error.ts';

const ACTS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const PIN =
  '"account":"111122223333","alias":"alias/a","keyArn":"arn:aws:kms:x:111122223333:key/a"';

describe('a mistake', () => {
  it.each([
    ['a tag', parsePolicy, 'version: 1\nrules: [{match: {object-tags: {"\\u001b[2J": 1}}}]'],
    ['a Region', parsePolicyLock, `{"version":1,"pins":[{${PIN},"region":"\\u001b[2J"}]}`],
    ['an escape', parsePolicy, 'a: "\\\u001B"'],
    ['an escape of two characters', parsePolicy, 'a: "\\x\u202E"'],
    ['a block header', parsePolicy, 'a: |\u202E\n x'],
    ['a YAML version', parsePolicy, '%YAML \u202E\n---\nx'],
  ])('lets nothing of %s act on a terminal', (_title, parse, text) => {
    const parsed = parse(text, 'fi\u001B[2Jle');
    const shown = 'errors' in parsed ? parsed.errors.map(formatPolicyError) : [];
    expect(shown.join('')).not.toMatch(ACTS);
    expect(shown.join('')).toContain('\\u{');
  });
});
