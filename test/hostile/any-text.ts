import fc from 'fast-check';
import { HOSTILE_JSON, HOSTILE_NAMES, replaceIn } from './hostile-json.ts';
import type { Parser } from './parser.ts';

const piece = fc.constantFrom(...HOSTILE_JSON);
const name = fc.option(fc.constantFrom(...HOSTILE_NAMES), { nil: undefined, freq: 8 });

const GRAMMAR = [
  '- ',
  '  ',
  '\n',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ': ',
  ',',
  '? ',
  '|',
  '>-',
  '#',
  '\t',
  '\r',
];
const NODES = ['*a', '&a ', '<<: *a', '!!js/function ', '!x ', '%YAML 1.1', '---', '...'];
const FIELDS = ['version: 1', 'rules:', 'match', 'id: a', '__proto__: ', 'constructor: '];
const YAML = [...GRAMMAR, ...NODES, ...FIELDS, '\uD800', '\u001B[2J', '\u202E'];

/** Random code units, the parser's own examples with a hostile piece in them, and scraps of its grammar. */
export const anyTextFor = ({ grammar, seeds }: Parser): fc.Arbitrary<string> => {
  const seed = fc.constantFrom(...seeds);
  const mutated = fc
    .tuple(seed, fc.record({ place: fc.nat(999), piece, name }))
    .map(([text, { name: renamed, ...change }]) =>
      replaceIn(text, { ...change, ...(renamed !== undefined && { name: renamed }) }),
    );
  const spliced = fc
    .tuple(seed, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), fc.oneof(piece, words))
    .map(([text, at, cut, put]) => {
      const from = Math.floor(at * text.length);
      return text.slice(0, from) + put + text.slice(from + cut);
    });
  switch (grammar) {
    case 'json':
      return fc.oneof({ weight: 6, arbitrary: mutated }, spliced, fc.json(), piece, words);
    case 'yaml':
      return fc.oneof(spliced, mutated, scraps, piece, words);
    case 'words':
      return fc.oneof(spliced, words, piece);
    default:
      return grammar satisfies never;
  }
};

const words = fc.string({ unit: 'binary', maxLength: 100 });
const scraps = fc.array(fc.constantFrom(...YAML), { maxLength: 60 }).map((parts) => parts.join(''));
