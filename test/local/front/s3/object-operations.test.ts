import * as S3 from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rawRequest } from '../raw-request.ts';
import {
  ACCOUNT,
  REGION,
  startWithClients,
  stopAll,
  type FrontWithClients,
} from '../with-front.ts';

const Bucket = 'objects';

describe('objects go through the wire and come back', () => {
  let aws: FrontWithClients;
  const send: S3.S3Client['send'] = (...args: unknown[]) => aws.s3.send(...(args as [never]));
  beforeAll(async () => {
    aws = await startWithClients();
    const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
    await send(new S3.CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    await send(
      new S3.PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
    );
  });
  afterAll(() => stopAll(aws));

  it('an object with everything on it', async () => {
    const Key = 'full';
    const Body = Buffer.from([0, 13, 10, 255, 128, 0]);
    const Expires = new Date('2030-01-02T03:04:05Z');
    const put = await send(
      new S3.PutObjectCommand({
        Bucket,
        Key,
        Body,
        ContentType: 'text/csv; charset=utf-8',
        ContentEncoding: 'gzip',
        ContentLanguage: 'de',
        ContentDisposition: 'attachment; filename="a.csv"',
        CacheControl: 'max-age=60',
        Expires,
        Metadata: { owner: 'ada', 'x-y': ' spaced ' },
        Tagging: 'team=pay%20roll&class=a%26b',
        StorageClass: 'STANDARD_IA',
        WebsiteRedirectLocation: '/elsewhere',
        ExpectedBucketOwner: ACCOUNT,
      }),
    );
    const head = await send(new S3.HeadObjectCommand({ Bucket, Key }));
    expect(head).toMatchObject({
      ETag: put.ETag,
      VersionId: put.VersionId,
      ContentLength: 6,
      ContentType: 'text/csv; charset=utf-8',
      ContentEncoding: 'gzip', // without the `aws-chunked` that it travelled under
      ContentLanguage: 'de',
      ContentDisposition: 'attachment; filename="a.csv"',
      CacheControl: 'max-age=60',
      ExpiresString: Expires.toUTCString(),
      Metadata: { owner: 'ada', 'x-y': 'spaced' }, // HTTP trims header values
      StorageClass: 'STANDARD_IA',
      WebsiteRedirectLocation: '/elsewhere',
      ServerSideEncryption: 'AES256',
    });
    const tags = await send(new S3.GetObjectTaggingCommand({ Bucket, Key }));
    expect(tags.TagSet).toEqual([
      { Key: 'team', Value: 'pay roll' },
      { Key: 'class', Value: 'a&b' },
    ]);
    const got = await send(new S3.GetObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(Body);
    const part = await rawRequest(aws.front.url, {
      method: 'GET',
      target: `/${Bucket}/${Key}`,
      headers: { Range: 'bytes=1-2' },
    });
    expect([part.status, part.headers['content-range'], part.body]).toEqual([
      206,
      'bytes 1-2/6',
      '\r\n',
    ]);
  });

  it('a body that is streamed in chunks with a checksum behind it', async () => {
    const Body = Buffer.alloc(300_000, 'sealward');
    await send(new S3.PutObjectCommand({ Bucket, Key: 'big', Body, ChecksumAlgorithm: 'SHA256' }));
    const got = await send(
      new S3.GetObjectCommand({ Bucket, Key: 'big', ChecksumMode: 'ENABLED' }),
    );
    expect(Body.equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
    expect(got.ChecksumSHA256).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it('a copy, by its version, under a condition', async () => {
    const put = await send(
      new S3.PutObjectCommand({ Bucket, Key: 'from', Body: 'x', Metadata: { a: 'b' } }),
    );
    const CopySource = `${Bucket}/from?versionId=${put.VersionId}`;
    const copy = await send(
      new S3.CopyObjectCommand({ Bucket, Key: 'to', CopySource, CopySourceIfMatch: put.ETag }),
    );
    expect(copy.CopyObjectResult?.ETag).toBe(put.ETag);
    expect(copy.CopySourceVersionId).toBe(put.VersionId);
    const head = await send(new S3.HeadObjectCommand({ Bucket, Key: 'to' }));
    expect(head.Metadata).toEqual({ a: 'b' });
    await expect(
      send(
        new S3.CopyObjectCommand({ Bucket, Key: 'to', CopySource, CopySourceIfMatch: '"other"' }),
      ),
    ).rejects.toMatchObject({ name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } });
  });

  it('a foreign ExpectedBucketOwner is refused', async () => {
    const ExpectedBucketOwner = '999988887777';
    await expect(
      send(new S3.HeadObjectCommand({ Bucket, Key: 'full', ExpectedBucketOwner })),
    ).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });
});
