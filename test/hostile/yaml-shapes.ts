import { items, repeat, run, type Shape } from './shape.ts';

const POLICY = 'version: 1\n';
const rules = (item: (n: number) => string): ((bytes: number) => string) =>
  items('', '{"version":1,"rules":[', item, ']}').make;
const rule = (n: number, more: string): string => `{"id":"r${n}","match":{${more}}}`;

/** Policies of many or deep parts. */
export const YAML_SHAPES: readonly Shape[] = [
  ...[
    '[',
    '{',
    '- ',
    '? ',
    '&a ',
    '*a ',
    '!a ',
    '# ',
    '%A\n',
    '---\n',
    '\t',
    '"',
    "'",
    '"\\',
    ': ',
  ].map((one) => run(one, POLICY)),
  ...[
    'a: &a [',
    '- *a\n',
    'a: ',
    '|\n',
    '{a: ',
    '[a, ',
    '- a\n',
    '\n',
    '\r',
    '<<: {}\n',
    '{}\n',
  ].map((one) => run(one, POLICY)),
  { name: 'many globs', make: rules((n) => rule(n, `"objects":["${n}"],"buckets":["a*${n}"]`)) },
  {
    name: 'literal keys and wild globs',
    make: rules((n) => rule(n, n % 2 === 0 ? `"objects":["${n}a"]` : `"objects":["*b*${n}"]`)),
  },
  items(
    'one rule of many globs',
    '{"version":1,"rules":[{"id":"r","match":{"objects":[',
    (n) => `"${n}"`,
    ']}}]}',
  ),
  items(
    'two rules of many globs',
    '{"version":1,"rules":[{"id":"r","match":{"objects":["b*"]}},{"id":"s","match":{"objects":[',
    (n) => `"${n}"`,
    ']}}]}',
  ),
  items(
    'many tags',
    '{"version":1,"rules":[{"id":"r","match":{"object-tags":{',
    (n) => `"${n}":1`,
    '}}}]}',
  ),
  items(
    'many exemptions',
    '{"version":1,"exemptions":[',
    () => '{"id":"a","expires":"2026-02-31"}',
    ']}',
  ),
  items('many unknown fields', '{"version":1,', (n) => `"rulez${n}":1`, '}'),
  items('many fields of one name', '{"version":1', () => '"mode":1', '}'),
  items('many anchors', '[', (n) => `&a${n} [*a${Math.max(0, n - 1)}]`, ']'),
  {
    name: 'a long name above many values',
    make: (bytes) => `? ${'a'.repeat(bytes / 2)}\n: [${repeat('1,', bytes / 2)}]`,
  },
  {
    name: 'many long names above each other',
    make: (bytes) =>
      `${Array.from({ length: 15 }, () => `{"${'a'.repeat(1000)}":`).join('')}[${repeat('1,', bytes)}]${'}'.repeat(15)}`,
  },
  {
    name: 'aliases that double',
    make: (bytes) =>
      `a0: &a0 [1, 1]\n${Array.from({ length: bytes / 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`).join('')}`,
  },
  {
    name: 'lists in each other, all closed',
    make: (bytes) => `${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}`,
  },
];
