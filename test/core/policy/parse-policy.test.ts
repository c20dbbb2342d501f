import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../../../core/policy/parse-policy.ts';
import { formatPolicyError } from '../../../core/policy/policy-error.ts';
import { errorsOf, fileOf } from './policies.ts';
import { readMistakes } from './read-mistakes.ts';

describe('mistakes in a policy', () => {
  it.each(readMistakes().map((mistake) => [mistake.title, mistake] as const))(
    '%s',
    (_title, { text, code, shown }) => {
      const errors = errorsOf(text);
      expect(errors.map(formatPolicyError)).toEqual(shown);
      expect(errors.map((error) => error.code)).toContain(code);
    },
  );

  it('names the file, the place and the path of each', () => {
    expect(errorsOf('version: 1\nrules:\n  - id: r\n    match: { buckets: [b, ""] }\n')).toEqual([
      {
        code: 'bad-glob',
        file: 'policy.yaml',
        line: 4,
        column: 27,
        path: 'rules[0].match.buckets[1]',
        message: 'an empty glob matches nothing',
        hint: 'to match everything, leave the field out',
      },
    ]);
  });

  it('says everything at once: syntax of values, shape and meaning', () => {
    const text = [
      'version: 1',
      'mode: obsreve',
      'rules:',
      '  - { id: a, match: { buckets: [a] }, on-violation: re-encrypt }',
      '  - { id: b, match: { buckets: [a] }, severty: low }',
      '  - { id: a, match: { buckets: [a] } }',
      'exemptions:',
      '  - { id: e, match: { buckets: [b] }, reason: r, owner: o, expires: 2026-02-29 }',
    ].join('\n');
    expect(errorsOf(text).map(({ line, code }) => [line, code])).toEqual([
      [2, 'unknown-value'],
      [4, 'missing-target'],
      [5, 'unknown-field'],
      [6, 'duplicate-id'],
      [6, 'unreachable-rule'],
      [8, 'bad-date'],
    ]);
  });

  it('looks at the first value of a field that is given twice', () => {
    expect(
      errorsOf('version: 1\nmode: off\nmode: on\n').map(({ line, code }) => [line, code]),
    ).toEqual([
      [2, 'unknown-value'],
      [3, 'duplicate-field'],
    ]);
  });

  it('does not guess what rules would inherit from defaults that cannot be read', () => {
    const text =
      'version: 1\ndefaults: { severity: urgent }\nrules:\n  - { id: r, match: { buckets: [b] }, on-violation: re-encrypt }\n';
    expect(errorsOf(text).map(({ code }) => code)).toEqual(['unknown-value']);
  });

  it('says what is wrong with an anchor once, however often it is used', () => {
    const text =
      'version: 1\nrules:\n  - { id: a, match: { buckets: &b ["a/b"] } }\n  - { id: b, match: { buckets: *b, objects: [x] } }\n';
    expect(errorsOf(text).map(({ line, column }) => [line, column])).toEqual([[3, 36]]);
  });

  it('puts no control character of the file into a message', () => {
    const bell = String.fromCodePoint(7);
    for (const { message, hint } of errorsOf(
      `version: 1\n"a\\e[2J\\a": x\nmode: "\\u2028\\x9b"\n`,
    )) {
      expect(`${message}${hint}`).not.toContain(bell);
      expect(`${message}${hint}`).toMatch(/^[\x20-\x7e…]*$/);
    }
  });
});

describe('a policy without mistakes', () => {
  it('may be as small as its version', () => {
    expect(fileOf('version: 1').content).toEqual({
      version: 1,
      mode: 'observe',
      rules: [],
      exemptions: [],
    });
  });

  it('takes dates without quotes, and last days of leap years', () => {
    const text = `version: 1\nexemptions:\n  - { id: e, match: { buckets: [b] }, reason: r, owner: o, expires: 2028-02-29 }\n`;
    expect(fileOf(text).content.exemptions[0]?.expires).toBe('2028-02-29');
  });

  it('takes anchors and aliases', () => {
    const text =
      'version: 1\nrules:\n  - { id: a, match: &m { buckets: [x], objects: [y] }, require: &r { key-account: same } }\n  - { id: b, match: { buckets: [z] }, require: *r }\n';
    expect(fileOf(text).content.rules[1]?.require).toEqual({ 'key-account': 'same' });
  });

  it('takes an anchor that is set again for what it was last', () => {
    const text =
      'version: 1\nrules:\n  - { id: &i a, match: { buckets: [x] }, severity: &s low }\n  - { id: b, match: { buckets: [y] }, severity: &s high }\n  - { id: c, match: { buckets: [z] }, severity: *s }\n';
    expect(fileOf(text).content.rules[2]?.severity).toBe('high');
  });

  it('does not set anchors again by following an alias to what contains them', () => {
    const text =
      'version: 1\nrules:\n  - { id: a, match: { buckets: [a] }, require: &r { encryption: &e [aws:kms] } }\n  - { id: b, match: { buckets: [b] }, require: { encryption: &e [AES256] } }\n  - { id: c, match: { buckets: [c] }, require: *r }\n  - { id: d, match: { buckets: [d] }, require: { encryption: *e } }\n';
    expect(fileOf(text).content.rules[3]?.require).toEqual({ encryption: ['AES256'] });
  });

  it('lets a rule re-encrypt in observe mode, and name the keys that it may replace', () => {
    const text =
      'version: 1\nrules:\n  - id: r\n    match: { buckets: [b] }\n    on-violation: re-encrypt\n    mode: observe\n    target: { kms-key: alias/a }\n    rekey-from: []\n';
    expect(fileOf(text).content.rules[0]?.['rekey-from']).toEqual([]);
  });

  it('may name the target by alias where the rule names an ARN: the lock file tells whether they are one', () => {
    const text =
      'version: 1\nrules:\n  - id: r\n    match: { buckets: [b] }\n    require: { kms-key: ["arn:aws:kms:eu-west-1:111122223333:key/aaa"] }\n    on-violation: re-encrypt\n    target: { kms-key: alias/a }\n';
    expect(fileOf(text).content.rules).toHaveLength(1);
  });

  it('may shadow a part of a rule, or a rule by tags of its own', () => {
    const text =
      'version: 1\nrules:\n  - { id: a, match: { buckets: [x], object-tags: { pii: "true" } } }\n  - { id: b, match: { buckets: [x] } }\n  - { id: c, match: { objects: ["x/*"] } }\n  - { id: d, match: { objects: ["x/**"] } }\n';
    expect(fileOf(text).content.rules).toHaveLength(4);
  });

  it('starts with a byte order mark or ends without a newline', () => {
    expect(parsePolicy('\ufeffversion: 1', 'p').kind).toBe('policy');
  });
});
