import { createHash, randomBytes } from 'node:crypto';
import type { PutInput } from './upload.ts';

/** A key that nobody but its uploader ever had, and that is gone now. */
export const sseC = (): PutInput => {
  const secret = randomBytes(32);
  return {
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKey: secret.toString('base64'),
    SSECustomerKeyMD5: createHash('md5').update(secret).digest('base64'),
  };
};
