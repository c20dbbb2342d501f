import { hidesText } from './show-text.ts';

// What JSON leaves as it is and a screen, a log viewer or a line reader would not.
const RAW = /[\u007F-\u{10FFFF}]/gu;

/** The same JSON, with everything that acts or hides written as an escape: parsed, it is the same value. */
export const visibleJson = (json: string): string =>
  json.replace(RAW, (one) => (hidesText(one) ? escaped(one) : one));

const escaped = (one: string): string =>
  [...Array(one.length).keys()]
    .map((at) => `\\u${one.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');
