// What JSON leaves as it is, and a terminal acts on or hides: C1 controls, bidirectional overrides, line ends.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** One value on one line. What a terminal could act on is written as an escape; parsed, it is the same value. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(UNSAFE, (found) => found.replaceAll(/[^]/g, escapeUnit));

const escapeUnit = (unit: string): string =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
