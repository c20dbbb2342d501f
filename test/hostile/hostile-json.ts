const SCALARS = ['null', '0', '-1', '1e999', '-0', '1.5', '9007199254740993', 'true', '""'];
const NAMED = ['"__proto__"', '"constructor"', '"toString"', '"prototype"'];

/** Pieces of JSON that break careless readers; each may stand wherever a value may. */
export const HOSTILE_JSON: readonly string[] = [
  ...SCALARS,
  ...NAMED,
  '[]',
  '{}',
  '[[]]',
  '[null]',
  '"\\u0000\\u001b[31m\\u009b\\u202e\\ud800"',
  '{"toString":1,"valueOf":1}', // no primitive value: `String(it)` throws
  '{"toJSON":1,"then":1,"length":1e9}',
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  '{"__proto__":null}',
  '["__proto__","constructor","prototype"]',
  `${'['.repeat(6000)}${']'.repeat(6000)}`, // `String(it)` ends the stack
  `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`,
  `"${'a'.repeat(5000)}"`,
];

const INHERITED = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then'];
export const HOSTILE_NAMES: readonly string[] = [
  ...INHERITED,
  '',
  'kind',
  'length',
  '\u001B[2J',
  '\u202E',
];

const DEEPEST = 30; // what lies below is a hostile piece itself

type Node = { readonly path: readonly string[] };

/** Every place of a JSON value where another may be put. */
const placesOf = (value: unknown, path: readonly string[] = []): readonly Node[] => [
  { path },
  ...(typeof value === 'object' && value !== null && path.length < DEEPEST
    ? Object.entries(value).flatMap(([name, one]) => placesOf(one, [...path, name]))
    : []),
];

const MARK = '@hostile@';

const marked = (value: unknown, [step, ...rest]: readonly string[], name?: string): unknown => {
  if (step === undefined) {
    return MARK;
  }
  if (Array.isArray(value)) {
    return value.map((one, index) => (String(index) === step ? marked(one, rest, name) : one));
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([key, one]) =>
      key === step
        ? [rest.length === 0 && name !== undefined ? name : key, marked(one, rest, name)]
        : [key, one],
    ),
  );
};

/** The numbers of the places in a seed, none where it is no JSON. */
export const placesIn = (seed: string): readonly number[] => {
  try {
    return [...placesOf(JSON.parse(seed)).keys()];
  } catch {
    return [];
  }
};

type Replacement = { readonly place: number; readonly piece: string; readonly name?: string };

/** The seed with one of its values, or one of its members, replaced; itself where that cannot be done. */
export const replaceIn = (seed: string, { place, piece, name }: Replacement): string => {
  try {
    const value: unknown = JSON.parse(seed);
    const places = placesOf(value);
    const path = places[place % places.length]?.path ?? [];
    return JSON.stringify(marked(value, path, name)).replace(`"${MARK}"`, () => piece);
  } catch (error) {
    // no JSON, or so deep already that it cannot be written again
    if (error instanceof SyntaxError || error instanceof RangeError) return seed;
    throw error;
  }
};
