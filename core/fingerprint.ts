import { createHash } from 'node:crypto';

/** SHA-256 over length-prefixed parts, as 64 hex digits: no two different lists of parts give the same text. */
export const fingerprint = (...parts: readonly (string | undefined)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(part === undefined ? '-;' : `${Buffer.byteLength(part)}:${part};`);
  }
  return hash.digest('hex');
};
