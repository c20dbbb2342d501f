import { block, customerKey, KEY, OBJECT, worldWithObject } from './sse-c-world.ts';
import { describe, expect, it } from '@jest/globals';
import { BUCKET, bytesOf, createBucketWorld, put } from '../world.ts';

const INCOMPLETE = [
  ['the key is missing', { SSECustomerAlgorithm: 'AES256' }, 'InvalidArgument'],
  ['the algorithm is missing', { ...KEY, SSECustomerAlgorithm: undefined }, 'InvalidArgument'],
  [
    'the algorithm is another',
    { ...KEY, SSECustomerAlgorithm: 'AES128' },
    'InvalidEncryptionAlgorithmError',
  ],
  [
    'the MD5 is of another key',
    { ...customerKey('x'), SSECustomerKey: KEY.SSECustomerKey },
    'InvalidArgument',
  ],
  [
    'the key is short',
    {
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKey: Buffer.from('short').toString('base64'),
    },
    'InvalidArgument',
  ],
  [
    'another encryption is named too',
    { ...KEY, ServerSideEncryption: 'AES256' },
    'InvalidArgument',
  ],
] as const;

describe('objects under keys that the customer brings', () => {
  it('an SSE-C object names its algorithm and key MD5, and no other encryption [sse-c/shown]', () => {
    const world = worldWithObject();
    const output = world.s3('HeadObject', { ...OBJECT, ...KEY });
    expect(output).toMatchObject({
      SSECustomerAlgorithm: 'AES256',
      SSECustomerKeyMD5: KEY.SSECustomerKeyMD5,
    });
    expect(output).not.toHaveProperty('ServerSideEncryption');
  });

  it('HEAD and GET of an SSE-C object without the key are refused with 400 [sse-c/read-needs-key]', () => {
    const world = worldWithObject();
    const refusal = { status: 400, code: 'InvalidRequest' };
    expect(world.s3Refuses('HeadObject', OBJECT)).toMatchObject(refusal);
    expect(world.s3Refuses('GetObject', OBJECT)).toMatchObject(refusal);
    expect(
      world.s3Refuses('GetObjectAttributes', { ...OBJECT, ObjectAttributes: ['ETag'] }),
    ).toMatchObject(refusal);
    const copy = { Bucket: BUCKET, Key: 'b', CopySource: `${BUCKET}/a` };
    expect(world.s3Refuses('CopyObject', copy)).toMatchObject(refusal);
    expect(world.s3('GetObject', { ...OBJECT, ...KEY }).Body).toStrictEqual(bytesOf('secret'));
  });

  it('a wrong customer key is refused with 403 [sse-c/wrong-key]', () => {
    const world = worldWithObject();
    const refusal = { status: 403, code: 'AccessDenied' };
    const wrong = { ...OBJECT, ...customerKey('x') };
    expect(world.s3Refuses('HeadObject', wrong)).toMatchObject(refusal);
    expect(world.s3Refuses('GetObject', wrong)).toMatchObject(refusal);
  });

  it('customer key headers on any other object are refused with 400 [sse-c/not-applicable]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    expect(world.s3Refuses('GetObject', { ...OBJECT, ...KEY })).toMatchObject({
      status: 400,
      code: 'InvalidRequest',
    });
  });

  it.each(INCOMPLETE)(
    'incomplete or broken customer key headers are refused with 400 [sse-c/bad-headers]: %s',
    (_title, headers, code) => {
      const world = createBucketWorld();
      block(world, 'NONE');
      expect(world.s3Refuses('PutObject', { ...OBJECT, ...headers })).toMatchObject({
        status: 400,
        code,
      });
    },
  );

  it('an SSE-C object is deleted without its key [sse-c/delete-needs-no-key]', () => {
    const world = worldWithObject();
    world.s3('DeleteObject', OBJECT);
    expect(world.s3Refuses('HeadObject', OBJECT).status).toBe(404);
  });

  it('an SSE-C object is tagged without its key [sse-c/tagged-without-key]', () => {
    const world = worldWithObject();
    const tags = [{ Key: 'finding', Value: 'sse-c' }];
    world.s3('PutObjectTagging', { ...OBJECT, Tagging: { TagSet: tags } });
    expect(world.s3('GetObjectTagging', OBJECT).TagSet).toStrictEqual(tags);
  });
});
