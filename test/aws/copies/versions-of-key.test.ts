import { beforeEach, expect, it } from '@jest/globals';
import { ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { createVersionsOfKey } from '../../../aws/copies/versions-of-key.ts';
import { ACCOUNT } from '../../made/facts.ts';

const s3Mock = mockClient(S3Client);
const versionsOfKey = createVersionsOfKey(new S3Client({}), ACCOUNT);
const INPUT = {
  Bucket: 'b',
  Prefix: 'a b',
  EncodingType: 'url',
  ExpectedBucketOwner: ACCOUNT,
} as const;
const LastModified = new Date('2026-11-24T12:00:00Z');
const version = (Key: string, VersionId: string) => ({ Key, VersionId, ETag: '"e"', LastModified });

beforeEach(() => {
  s3Mock.reset();
  s3Mock.onAnyCommand().rejects('unstubbed call');
});

it('lists exactly this key, over pages, and stops at the next', async () => {
  s3Mock
    .on(ListObjectVersionsCommand, INPUT)
    .resolves({
      EncodingType: 'url',
      Versions: [version('a+b', '3'), version('a+b', '2')],
      IsTruncated: true,
      NextKeyMarker: 'a+b',
      NextVersionIdMarker: '2',
    })
    .on(ListObjectVersionsCommand, { ...INPUT, KeyMarker: 'a b', VersionIdMarker: '2' })
    .resolves({
      EncodingType: 'url',
      Versions: [version('a+b', '1'), version('a+bc', '9')],
      IsTruncated: true,
      NextKeyMarker: 'a+bc',
      NextVersionIdMarker: '9',
    });
  expect(await versionsOfKey('b', 'a b')).toEqual(
    ['3', '2', '1'].map((versionId) => ({ versionId, etag: 'e', lastModified: LastModified })),
  );
  expect(s3Mock.calls()).toHaveLength(2);
});
