// Extra encryption context: checked for its form and echoed; no later answer shows it.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context status: documented
import type { Refused } from '../call.ts';
import { invalidArgument } from './refusals.ts';

const malformed = (): Refused =>
  invalidArgument(
    "The header 'x-amz-server-side-encryption-context' shall be Base64-encoded UTF-8 string holding JSON which represents a string-string map",
  );

const isStringMap = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((member) => typeof member === 'string');

export const readEncryptionContext = (
  header: string | undefined,
): { readonly context: string | undefined } | Refused => {
  if (header === undefined) return { context: undefined };
  try {
    const value: unknown = JSON.parse(Buffer.from(header, 'base64').toString('utf8'));
    return isStringMap(value) ? { context: header } : malformed();
  } catch {
    return malformed(); // not JSON
  }
};
