const SHOWN = 80; // characters

/** Text of the file, safe to print, and shortened. */
export const quoted = (text: string): string => {
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return `\`${harmless(shown)}\``;
};

/** Any text, without anything that a terminal acts on. Leaves alone what was made harmless before. */
export const harmless = (text: string): string =>
  text.toWellFormed().replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped);

const escaped = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

export const listed = (texts: readonly string[]): string => texts.map(quoted).join(', ');

/** What a value of the file is, in the words of a person who writes YAML. */
export const described = (value: unknown): string => {
  if (value === null || value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  if (typeof value === 'object') {
    return 'a mapping';
  }
  return typeof value === 'string' ? `text ${quoted(value)}` : `\`${value as number | boolean}\``;
};
