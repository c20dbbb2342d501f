import type { Flaw } from '../document/complaint.ts';
import { quoted } from '../document/words.ts';

const MAX_BYTES = 1024; // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
const MAX_DOUBLE_STARS = 3;
const MAX_STARS = 10;

const bad = (message: string, hint?: string): Flaw => ({
  code: 'bad-glob',
  message,
  ...(hint !== undefined && { hint }),
});

/** Why a glob for object keys could not do what it says. */
export const objectGlobFlaw = (glob: string): Flaw | undefined => {
  if (glob === '') {
    return bad('an empty glob matches nothing', 'to match everything, leave the field out');
  }
  if (/^(?:s3|https?):\/\//i.test(glob)) {
    return bad(`${quoted(glob)} is a URL`, 'give the key only, without its bucket');
  }
  if (Buffer.byteLength(glob) > MAX_BYTES || !glob.isWellFormed()) {
    return bad(`${quoted(glob)} is not text of at most ${MAX_BYTES} bytes, which a key always is`);
  }
  if (glob.includes('***')) {
    return bad(`${quoted(glob)} has more than two stars in a row`, 'use `*` or `**`');
  }
  const doubles = glob.split('**').length - 1;
  const singles = glob.replaceAll('**', '').split('*').length - 1;
  return doubles > MAX_DOUBLE_STARS || singles > MAX_STARS
    ? bad(
        `${quoted(glob)} has more than ${MAX_DOUBLE_STARS} \`**\` or ${MAX_STARS} \`*\``,
        'give several simpler globs',
      )
    : undefined;
};

/**
 * Why a glob for buckets could not do what it says. Old buckets may have capitals and `_` in their names.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const bucketGlobFlaw = (glob: string): Flaw | undefined => {
  const stray = /[^A-Za-z0-9._*?-]/u.exec(glob)?.[0];
  return stray === undefined
    ? objectGlobFlaw(glob)
    : bad(
        `${quoted(glob)} can match no bucket: no bucket name contains ${quoted(stray)}`,
        /^(?:arn|s3|https?):/i.test(glob)
          ? 'give the name only'
          : 'keys are matched by `objects`, not by `buckets`',
      );
};
