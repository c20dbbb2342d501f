import type { Violation } from '../judge/verdict.ts';
import { parseKeyArn } from '../keys/key-arn.ts';
import type { Unreadable } from '../objects/object-facts.ts';

/** Why an object cannot be read, and the key that it was found under: S3's words name none. */
export const whyUnreadable = (
  { words, cause }: Pick<Unreadable, 'words' | 'cause'>,
  because: Violation,
): string => {
  const key = [because, ...because.also]
    .map(({ found }) => parseKeyArn(found))
    .find((arn) => arn !== undefined);
  const hint =
    key === undefined ? '' : ` (it was found under key \`${key}\`: see if that is enabled)`;
  return `it cannot be read: ${words ?? cause}${hint}`;
};
