import { createHash } from 'node:crypto';
import { BUCKET, createBucketWorld, put, type World } from '../world.ts';

export const customerKey = (letter: string) => {
  const bytes = Buffer.alloc(32, letter);
  return {
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKey: bytes.toString('base64'),
    SSECustomerKeyMD5: createHash('md5').update(bytes).digest('base64'),
  };
};

export const KEY = customerKey('k');

export const OBJECT = { Bucket: BUCKET, Key: 'a' };

export const block = (world: World, type: 'SSE-C' | 'NONE') =>
  world.s3('PutBucketEncryption', {
    Bucket: BUCKET,
    ServerSideEncryptionConfiguration: {
      Rules: [{ BlockedEncryptionTypes: { EncryptionType: [type] } }],
    },
  });

/** A bucket that takes SSE-C, and one object under `KEY`. */
export const worldWithObject = (): World => {
  const world = createBucketWorld();
  block(world, 'NONE');
  put(world, 'a', 'secret', KEY);
  return world;
};
