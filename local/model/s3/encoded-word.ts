// Metadata values that headers cannot hold: decoded before they are stored, encoded before they are shown.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html status: documented
// That Q is chosen for mostly ASCII and B otherwise, and that encoded ASCII stays as it came status: observed
// That a long value is one word status: assumed
const WORD = /=\?utf-8\?([bq])\?([^?]*)\?=/gi;
const BETWEEN_WORDS = /(\?=)\s+(?==\?)/g;

const isPlain = (char: string): boolean => /^[\t\x20-\x7e]$/.test(char);

const isAllPlain = (text: string): boolean => /^[\t\x20-\x7e]*$/.test(text);

const decodeQ = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll('_', ' ')
      .replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    'latin1',
  );

const decodeWord = (_whole: string, coding: string, text: string): string =>
  (coding.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : decodeQ(text)).toString('utf8');

/** Encoded words whose text needed no encoding stay as they are: clients get back what they wrote. */
export const decodeWords = (value: string): string => {
  const decoded = value.replace(BETWEEN_WORDS, '$1').replace(WORD, decodeWord);
  return isAllPlain(decoded) ? value : decoded;
};

const encodeQ = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      if (char === ' ') return '_';
      return isPlain(char) && !'=?_'.includes(char)
        ? char
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

export const encodeWords = (value: string): string => {
  if (isAllPlain(value)) return value;
  const units = value.split('');
  const plain = units.filter(isPlain).length;
  const bytes = Buffer.from(value, 'utf8');
  return plain > units.length - plain
    ? `=?UTF-8?Q?${encodeQ(bytes)}?=`
    : `=?UTF-8?B?${bytes.toString('base64')}?=`;
};
