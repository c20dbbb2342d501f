import { hidesText } from '../show-text.ts';

const BARE = /^[A-Za-z0-9_./:@%+,-]+$/; // nothing that any shell expands
const BYTE_AS_IS = /[A-Za-z0-9_./:-]/;

/**
 * One word of a command line, for bash and zsh, that arrives byte for byte; `undefined` where none can, because a
 * NUL byte ends every argument. What would act on a screen, or become a link in a mail, is written in hexadecimal:
 * https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html
 */
export const shellQuote = (text: string): string | undefined => {
  if (BARE.test(text) && !holdsLink(text)) {
    return text;
  }
  if (text.includes('\0')) {
    return undefined;
  }
  return hidesText(text) || holdsLink(text)
    ? `$'${[...Buffer.from(text)].map(toEscape).join('')}'`
    : `'${text.replaceAll("'", `'\\''`)}'`;
};

const S3 = 's3://';

const holdsLink = (text: string): boolean =>
  text.slice(text.startsWith(S3) ? S3.length : 0).includes('://');

const toEscape = (byte: number, at: number): string => {
  const one = String.fromCharCode(byte);
  const links = one === ':' && at >= S3.length; // `https:` and its like
  return BYTE_AS_IS.test(one) && !links ? one : `\\x${byte.toString(16).padStart(2, '0')}`;
};
