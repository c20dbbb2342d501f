import { HOSTILE_JSON, HOSTILE_NAMES, replaceIn } from '../../test/hostile/hostile-json.ts';
import type { Random } from './random.ts';

const GRAMMAR =
  '{ } [ ] : , " \' \\ | > - ? # % * ** / :// + %2F &a *a !!str <<: --- ... - ? null true 1e999 -0'.split(
    ' ',
  );
const VALUES = [
  '9999-99-99',
  '2024-02-30T00:00:00Z',
  '0x1F',
  '.inf',
  '~',
  '\n',
  '\r',
  '\t',
  ' ',
  '- ',
  'a',
  '0',
];
const HIDDEN = ['\0', '\u001B[2J', '\u009B', '\u202E', '\u2028', '\uD800', '\uFFFE', '\u{E0041}'];
const TOKENS = [...GRAMMAR, ...VALUES, ...HIDDEN];

const LONGEST = 8192; // UTF-16 code units: longer ones are for growth and memory tests

type Change = (text: string, random: Random, others: readonly string[]) => string;

const splice = (text: string, random: Random, put: string, cut: number): string => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + put + text.slice(at + cut);
};

const CHANGES: readonly Change[] = [
  (text, random) => splice(text, random, '', 1 + random.below(8)),
  (text, random) =>
    splice(text, random, String.fromCharCode(random.below(random.pick([128, 0x1_0000]))), 1),
  (text, random) => splice(text, random, random.pick(TOKENS), random.below(3)),
  (text, random) => splice(text, random, random.pick(HOSTILE_JSON), random.below(20)),
  (text, random) => splice(text, random, random.pick(TOKENS).repeat(1 + random.below(64)), 0),
  (text, random, others) => {
    const other = random.pick(others);
    return (
      text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1))
    );
  },
  (text, random) =>
    replaceIn(text, { place: random.below(1000), piece: random.pick(HOSTILE_JSON) }),
  (text, random) =>
    replaceIn(text, {
      place: random.below(1000),
      piece: JSON.stringify(random.pick(TOKENS)),
      ...(random.below(4) === 0 && { name: random.pick(HOSTILE_NAMES) }),
    }),
  (text, random) => {
    const lines = text.split('\n');
    const line = random.pick(lines);
    lines.splice(random.below(lines.length), random.below(2), ' '.repeat(random.below(5)) + line);
    return lines.join('\n');
  },
];

/** One text of the corpus, changed in one to four ways. */
export const mutate = (corpus: readonly string[], random: Random): string => {
  let text = random.pick(corpus);
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    text = random.pick(CHANGES)(text, random, corpus);
  }
  return text.slice(0, LONGEST);
};
