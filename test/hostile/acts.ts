// Written out, not asked of the product: what hides an escape from the one must not hide it from the other.
// Controls and ANSI escapes, marks and joiners, separators, bidirectional overrides and isolates, fillers, a byte
// order mark, annotations, tags, halves of surrogate pairs.
const ACTS =
  /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFF9-\uFFFB\p{Cs}\u{E0000}-\u{E007F}]/u;

/** The lines that a screen would obey, or not show as they are. */
export const acting = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => ACTS.test(line));

/** Whether a text is one line that ends with its only newline. */
export const isOneLine = (text: string): boolean =>
  text.endsWith('\n') && text.search(/[\n\r\u0085\u2028\u2029]/) === text.length - 1;
