const SLASH = 47; // the code point of `/`

/** Whether the text between two places matches; places are UTF-16 code units. */
type WildMatcher = (text: string, from: number, to: number) => boolean;

/**
 * Runs all the ways to match side by side, one bit each, instead of trying one after the other: bit n
 * says that the first n characters of the glob are matched. A star lets its bit stay where it is.
 */
export const compileWild = (wild: string): WildMatcher => {
  const { tokens, stars, doubleStars } = tokenise(wild);
  const words = (tokens.length >>> 5) + 1;
  const bits = (places: readonly number[]): Int32Array => bitsOf(places, words);
  const stay = bits([...stars, ...doubleStars]);
  const stayAtSlash = bits(doubleStars);
  const unnamed = bits(placesOf('?', tokens)); // for characters that the glob does not name
  const named = new Map(
    [...new Set(tokens)]
      .filter((token) => token !== '?')
      .map((token) => [token.codePointAt(0), bits(placesOf(token, tokens))]),
  );
  const slash = named.get(SLASH) ?? bits([]);
  const state = new Int32Array(words);

  return (text, from, to) => {
    state.fill(0);
    state[0] = 1;
    for (let at = from; at < to; at++) {
      const code = text.codePointAt(at) ?? 0;
      if (code > 0xffff) {
        at++; // one character, two code units
      }
      const accepts = code === SLASH ? slash : (named.get(code) ?? unnamed);
      const stays = code === SLASH ? stayAtSlash : stay;
      let carry = 0;
      let alive = 0;
      for (let word = 0; word < words; word++) {
        const now = state[word] ?? 0;
        const moves = now & (accepts[word] ?? 0);
        const next = (moves << 1) | carry | (now & (stays[word] ?? 0));
        carry = moves >>> 31;
        state[word] = next;
        alive |= next;
      }
      if (alive === 0) {
        return false;
      }
    }
    return (((state[tokens.length >>> 5] ?? 0) >>> (tokens.length & 31)) & 1) === 1;
  };
};

/** The characters to match, one by one, and the places where a star may swallow any number of others. */
const tokenise = (wild: string) => {
  const tokens: string[] = [];
  const stars: number[] = [];
  const doubleStars: number[] = [];
  for (const [part] of wild.matchAll(/\*\*|[^]/gu)) {
    if (part === '**') {
      doubleStars.push(tokens.length);
    } else if (part === '*') {
      stars.push(tokens.length);
    } else {
      tokens.push(part);
    }
  }
  return { tokens, stars, doubleStars };
};

const placesOf = (character: string, tokens: readonly string[]): readonly number[] =>
  tokens.flatMap((token, place) =>
    token === character || (token === '?' && character !== '/') ? [place] : [],
  );

const bitsOf = (places: readonly number[], words: number): Int32Array => {
  const bits = new Int32Array(words);
  for (const place of places) {
    bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
  }
  return bits;
};
