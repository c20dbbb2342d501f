import { describe, expect, it } from '@jest/globals';
import { formatPolicyError } from '../../../../core/policy/policy-error.ts';
import { errorsOf } from '../policies.ts';

const matching = (match: string): string => `version: 1\nrules:\n  - id: r\n    match: ${match}\n`;

const EXEMPTION = 'owner: o, expires: 2027-01-31';

describe('what nobody needs is refused', () => {
  it.each([
    [
      'nothing at all',
      '',
      'empty-file',
      '1:1: the file is empty (write a first policy with `sealward policy init`)',
    ],
    [
      'more than 1 MiB',
      `# ${'x'.repeat(1024 * 1024)}`,
      'too-large',
      '1:1: the file has 1048578 bytes, more than 1048576',
    ],
    [
      'the marks of a merge conflict',
      `version: 1\n${'<'.repeat(7)} HEAD\nmode: observe\n${'='.repeat(7)}\nmode: enforce\n${'>'.repeat(7)} theirs\n`,
      'yaml-syntax',
      '2:1: a merge conflict starts here (keep one of the two sides, and remove the marks)',
    ],
    [
      'deep nesting',
      `version: 1\nmode: ${'['.repeat(30)}${']'.repeat(30)}`,
      'yaml-unsupported',
      '2:27: nested more than 20 levels deep',
    ],
    [
      'a long name, which the place of every value below it would repeat',
      `version: 1\n? ${'a'.repeat(1000)}\n: [1, 2]`,
      'bad-field-name',
      '2:3: field names above each other have at most 500 characters, found 1000',
    ],
    [
      'values multiplied by aliases',
      `version: 1\nmode: &a [${'x,'.repeat(1200)}]\nrules: [${'*a,'.repeat(90)}]`,
      'yaml-unsupported',
      '2:471: more than 100000 values, aliases counted in full',
    ],
    [
      'more than a hundred aliases',
      `version: 1\nmode: &m observe\nrules: [${'*m,'.repeat(101)}]`,
      'yaml-unsupported',
      '3:309: more than 100 aliases',
    ],
    [
      'more than a hundred globs',
      matching(`{ buckets: [${Array.from({ length: 101 }, (_, index) => `b${index}`).join()}] }`),
      'too-many',
      '4:23: `buckets` has more than 100 items',
    ],
    [
      'more than a thousand rules',
      `version: 1\nrules:\n${Array.from({ length: 1001 }, (_, index) => `  - { id: r${index}, match: { buckets: [b${index}] } }\n`).join('')}`,
      'too-many',
      '3:3: `rules` has more than 1000 items',
    ],
    [
      'an endless reason',
      `version: 1\nexemptions: [{ id: e, match: { buckets: [b] }, reason: ${'x'.repeat(1001)}, ${EXEMPTION} }]`,
      'too-many',
      '2:56: `reason` has more than 1000 characters',
    ],
    [
      'more tags than an object can carry',
      matching(
        `{ object-tags: { ${'abcdefghijk'
          .split('')
          .map((name) => `${name}: x`)
          .join()} } }`,
      ),
      'too-many',
      '4:27: 11 tags are asked for, but there can be at most 10',
    ],
    [
      'an endless id',
      `version: 1\nrules: [{ id: ${'x'.repeat(65)}, match: { buckets: [b] } }]`,
      'bad-id',
      `2:15: id \`${'x'.repeat(65)}\` must be 1 to 64 of \`a-z\`, \`0-9\` and \`-\``,
    ],
    [
      'more than ten stars in a glob',
      matching(`{ objects: ["${'*a'.repeat(11)}"] }`),
      'bad-glob',
      `4:24: \`${'*a'.repeat(11)}\` has more than 3 \`**\` or 10 \`*\` (give several simpler globs)`,
    ],
    [
      'a glob longer than any key',
      matching(`{ objects: ["${'é'.repeat(513)}"] }`),
      'bad-glob',
      `4:24: \`${'é'.repeat(80)}…\` is not text of at most 1024 bytes, which a key always is`,
    ],
    [
      'a glob that is no Unicode text',
      matching(String.raw`{ objects: ["\ud800"] }`),
      'bad-glob',
      '4:24: `\ufffd` is not text of at most 1024 bytes, which a key always is',
    ],
    [
      'an endless tag value',
      matching(`{ bucket-tags: { a: ${'x'.repeat(257)} } }`),
      'bad-tag',
      "4:32: a tag's value has at most 256 characters, found 257",
    ],
  ])('%s', (_title, text, code, shown) => {
    expect(errorsOf(text).map((error) => [error.code, formatPolicyError(error)])).toEqual([
      [code, `policy.yaml:${shown}`],
    ]);
  });

  it('nesting that no parser takes is refused, wherever that parser gives up', () => {
    const errors = errorsOf(`version: 1\nmode: ${'['.repeat(100_000)}`);
    expect(errors.map(({ code, message }) => [code, message])).toEqual([
      ['yaml-unsupported', 'nested too deeply'],
    ]);
  });
});
