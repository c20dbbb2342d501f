import type { DemoCase } from './demo-case.ts';
import { putObject } from './upload.ts';

const WIDE = '鍵'; // three bytes

/** 1,024 bytes, the longest key that S3 takes. */
const longest = (n: number): string => {
  const head = `${n}/`;
  const left = 1_024 - Buffer.byteLength(head);
  return head + WIDE.repeat(Math.floor(left / 3)) + 'x'.repeat(left % 3);
};

const KEYS: readonly (readonly [id: string, title: string, key: (n: number) => string])[] = [
  ['spaces', 'spaces, `+` and `%`', (n) => ` a  b+c%20d%2Fe% ${n} `],
  ['query', 'a query inside', (n) => `report?versionId=x&acl#${n}`],
  ['slash', 'a leading `/`', (n) => `/etc/passwd.${n}`],
  ['dots', '`..` and `//`', (n) => `../../up//./${n}/..`],
  ['controls', 'a newline, a tab and an escape', (n) => `line\nbreak\tand\u001B[31mred ${n}`],
  ['bidi', 'text that turns around', (n) => `invoice-\u202Efdp.exe ${n}`],
  ['unicode', 'emoji and accents, composed and not', (n) => `🗝️ u\u0308 ü ключ ${n}`],
  ['quotes', 'quotes, markup and a shell', (n) => `<b>"'\`$(reboot)\`&amp; ${n}`],
  ['longest', '1,024 bytes of unicode', longest],
];

/** Key names that break what is careless with them. */
export const hostileKeyCases: readonly DemoCase[] = KEYS.map(([id, title, key]) => ({
  id: `key-${id}`,
  title: `key with ${title}`.replace('with 1,024', 'of 1,024'),
  key,
  place: async (world, name) => [await putObject(world, 'payroll', name)],
  ends: [{ how: 'reencrypted', rule: 'payroll', requirement: 'encryption' }],
}));
