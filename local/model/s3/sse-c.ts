// Keys that the customer brings: S3 keeps nothing but a hash to compare with.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html status: documented
// The words and codes of the refusals status: observed
import { createHash } from 'node:crypto';
import type { Refused } from '../call.ts';
import { refuse } from '../result.ts';
import { accessDenied, invalidArgument, invalidRequest } from './refusals.ts';
import type { StoredEncryption } from './stored-object.ts';

export type CustomerKey = {
  readonly SSECustomerAlgorithm?: string | undefined;
  readonly SSECustomerKey?: string | undefined; // base64, as on the wire
  readonly SSECustomerKeyMD5?: string | undefined; // base64
};

const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('base64');

export const namesCustomerKey = (input: CustomerKey): boolean =>
  input.SSECustomerAlgorithm !== undefined ||
  input.SSECustomerKey !== undefined ||
  input.SSECustomerKeyMD5 !== undefined;

const INTRO = 'Requests specifying Server Side Encryption with Customer provided keys must provide';

const checkNamed = (input: CustomerKey): Refused | undefined => {
  if (input.SSECustomerAlgorithm === undefined) {
    return invalidArgument(`${INTRO} a valid encryption algorithm.`);
  }
  if (input.SSECustomerAlgorithm !== 'AES256') {
    return refuse(
      400,
      'InvalidEncryptionAlgorithmError',
      'The Encryption request you specified is not valid. Supported value: AES256.',
    );
  }
  return input.SSECustomerKey === undefined
    ? invalidArgument(`${INTRO} an appropriate secret key.`)
    : undefined;
};

/** The MD5 of the key given, once it is a key. A missing MD5 header is forgiven (assumed). */
export const readCustomerKey = (input: CustomerKey): { readonly keyMd5: string } | Refused => {
  const wrong = checkNamed(input);
  if (wrong !== undefined) return wrong;
  const bytes = Buffer.from(input.SSECustomerKey ?? '', 'base64');
  const keyMd5 = md5(bytes);
  if (input.SSECustomerKeyMD5 !== undefined && input.SSECustomerKeyMD5 !== keyMd5) {
    return invalidArgument(
      'The calculated MD5 hash of the key did not match the hash that was provided.',
    );
  }
  return bytes.length === 32
    ? { keyMd5 }
    : invalidArgument('The secret key was invalid for the specified algorithm.');
};

/** What a read must bring, and must not bring. */
export const checkCustomerKey = (
  encryption: StoredEncryption,
  input: CustomerKey,
): Refused | undefined => {
  if (encryption.kind !== 'sse-c') {
    return namesCustomerKey(input)
      ? invalidRequest('The encryption parameters are not applicable to this object.')
      : undefined;
  }
  if (!namesCustomerKey(input)) {
    return invalidRequest(
      'The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.',
    );
  }
  const wrong = checkNamed(input);
  if (wrong !== undefined) return wrong;
  return md5(Buffer.from(input.SSECustomerKey ?? '', 'base64')) === encryption.keyMd5
    ? undefined
    : accessDenied(`${INTRO} the correct secret key.`);
};
