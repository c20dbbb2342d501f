import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  CreateBucketCommand,
  CopyObjectCommand,
  DeleteObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { REGION, startWithClients, stopAll, type FrontWithClients } from '../with-front.ts';

const Bucket = 'hostile';

const KEYS = [
  ['spaces', ' a  b '],
  ['plus and percent', 'a+b%20c%2Fd%'],
  ['a query inside', 'report?versionId=x&acl#top'],
  ['a leading slash', '/etc/passwd'],
  ['slashes only', '//'],
  ['dots', '../../up/./here/..'],
  ['a trailing slash', 'folder/'],
  ['unicode', 'ключ/鍵/🗝️/ü'],
  ['1,024 bytes', '鍵'.repeat(341) + 'x'],
  ['XML', `<Key>&amp;"'</Key>`],
  ['control characters', 'a\tb\nc\rd\u0085'],
  ['a bucket name again', `${Bucket}/inner`],
  ['only digits', '007'],
  ['encoded once more', encodeURIComponent('ü/%')],
] as const;

describe('hostile keys', () => {
  let aws: FrontWithClients;
  beforeAll(async () => {
    aws = await startWithClients();
    const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
    await aws.s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  });
  afterAll(() => stopAll(aws));

  const storedKeys = (): readonly string[] => [
    ...(aws.front.model.state().buckets.get(Bucket)?.versions.keys() ?? []),
  ];

  it.each(KEYS)(
    '%s: put, head, get, list, copy and delete name the same bytes',
    async (_title, Key) => {
      await aws.s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
      expect(storedKeys()).toEqual([Key]);
      const head = await aws.s3.send(new HeadObjectCommand({ Bucket, Key }));
      expect(head.ContentLength).toBe(Buffer.byteLength(Key));
      const got = await aws.s3.send(new GetObjectCommand({ Bucket, Key }));
      expect(await got.Body?.transformToString()).toBe(Key);
      const plain = await aws.s3.send(new ListObjectsV2Command({ Bucket }));
      expect(plain.Contents?.map((one) => one.Key)).toEqual([Key]);
      const encoded = await aws.s3.send(new ListObjectsV2Command({ Bucket, EncodingType: 'url' }));
      const [listed] = encoded.Contents ?? [];
      expect(decodeURIComponent((listed?.Key ?? '').replaceAll('+', ' '))).toBe(Key);
      const CopySource = `${Bucket}/${encodeURIComponent(Key)}`;
      await aws.s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource }));
      await aws.s3.send(new DeleteObjectCommand({ Bucket, Key: 'copy' }));
      await aws.s3.send(new DeleteObjectCommand({ Bucket, Key }));
      expect(storedKeys()).toEqual([]);
    },
  );

  it('whatever the key, the model sees what the caller wrote', async () => {
    const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(key, async (Key) => {
        await aws.s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
        const seen = storedKeys();
        await aws.s3.send(new DeleteObjectCommand({ Bucket, Key }));
        expect(seen).toEqual([Key]);
        expect(storedKeys()).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
