import { ListObjectsV2Command, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createListObjectVersions } from '../../aws/list-object-versions.ts';
import { createListObjects } from '../../aws/list-objects.ts';

const s3Mock = mockClient(S3Client);
const s3 = new S3Client({ region: 'eu-west-1' });
const ACCOUNT = '111122223333';

beforeEach(() => {
  s3Mock.reset();
  s3Mock.onAnyCommand().rejects('unstubbed call');
});

describe('createListObjects', () => {
  const list = createListObjects(s3, ACCOUNT);

  it('follows the pages, and asks for the owner and for encoded keys on each', async () => {
    const asked = {
      Bucket: 'b',
      Prefix: 'p/',
      EncodingType: 'url',
      ExpectedBucketOwner: ACCOUNT,
    } as const;
    s3Mock
      .on(ListObjectsV2Command, asked, true)
      .resolves({ Contents: [{ Key: 'p/1' }], IsTruncated: true, NextContinuationToken: 't' })
      .on(ListObjectsV2Command, { ...asked, ContinuationToken: 't' }, true)
      .resolves({ Contents: [{ Key: 'p/2' }], IsTruncated: false });
    expect(await Array.fromAsync(list('b', 'p/'))).toEqual([
      [{ bucket: 'b', key: 'p/1' }],
      [{ bucket: 'b', key: 'p/2' }],
    ]);
  });

  it.each([
    ['decodes keys where S3 says that it encoded them', 'url', 'a+b%2Bc%01%C3%A9', 'a b+c\u0001é'],
    ['takes keys as they are where it does not', undefined, 'a+b%2Bc', 'a+b%2Bc'],
  ] as const)('%s', async (_title, EncodingType, Key, key) => {
    s3Mock
      .on(ListObjectsV2Command)
      .resolves({ Contents: [{ Key }], ...(EncodingType && { EncodingType }) });
    expect(await Array.fromAsync(list('b', ''))).toEqual([[{ bucket: 'b', key }]]);
  });

  it('hands out one empty page of an empty bucket', async () => {
    s3Mock.on(ListObjectsV2Command).resolves({});
    expect(await Array.fromAsync(list('b', ''))).toEqual([[]]);
  });
});

describe('createListObjectVersions', () => {
  const list = createListObjectVersions(s3, ACCOUNT);

  it('follows both markers, the key marker decoded, and leaves delete markers out', async () => {
    const asked = {
      Bucket: 'b',
      Prefix: 'p/',
      EncodingType: 'url',
      ExpectedBucketOwner: ACCOUNT,
    } as const;
    s3Mock
      .on(ListObjectVersionsCommand, asked, true)
      .resolves({
        EncodingType: 'url',
        Versions: [{ Key: 'p/a+b', VersionId: 'v2' }],
        DeleteMarkers: [{ Key: 'p/a+b', VersionId: 'v3' }],
        IsTruncated: true,
        NextKeyMarker: 'p/a+b',
        NextVersionIdMarker: 'v2',
      })
      .on(ListObjectVersionsCommand, { ...asked, KeyMarker: 'p/a b', VersionIdMarker: 'v2' }, true)
      .resolves({ EncodingType: 'url', Versions: [{ Key: 'p/a+b', VersionId: 'null' }] });
    expect(await Array.fromAsync(list('b', 'p/'))).toEqual([
      [{ bucket: 'b', key: 'p/a b', versionId: 'v2' }],
      [{ bucket: 'b', key: 'p/a b', versionId: 'null' }],
    ]);
  });
});
