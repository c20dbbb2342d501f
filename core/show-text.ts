// Everything that a screen obeys or hides instead of drawing: controls and ANSI escapes (Cc), bidirectional
// overrides, joiners and tags (Cf), line and paragraph separators, fillers and variation selectors, blanks that
// only look like a space, halves of surrogate pairs, private and unassigned code points.
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;
const HIDDEN_OR_ESCAPE = new RegExp(`${HIDDEN.source}|\\\\`, 'gu');

const SHORT: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Whether `text` holds anything that would act on a screen, or not be seen there. */
export const hidesText = (text: string): boolean => HIDDEN.test(text);

/**
 * Hostile text (keys, principals, tags, AWS's words) made visible and harmless, on one line: what a screen would
 * obey or hide is written as `\n` or `\u{202e}`, and a backslash as two, so that no two texts look the same.
 */
export const showText = (text: string): string =>
  text.replace(HIDDEN_OR_ESCAPE, (one) => SHORT[one] ?? `\\u{${codePoint(one)}}`);

/** The same between backticks, which it cannot leave. */
export const quoteText = (text: string): string =>
  `\`${showText(text).replaceAll('`', '\\u{60}')}\``;

const codePoint = (one: string): string => (one.codePointAt(0) ?? 0).toString(16);
