import {
  ListBucketsCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { createListBuckets } from '../../aws/list-buckets.ts';
import { createListUploads } from '../../aws/list-uploads.ts';
import { createListFolders } from '../../aws/release/list-folders.ts';

const s3Mock = mockClient(S3Client);
const s3 = new S3Client({ region: 'eu-west-1' });
const ACCOUNT = '111122223333';

beforeEach(() => {
  s3Mock.reset();
  s3Mock.onAnyCommand().rejects('unstubbed call');
});

describe('createListBuckets', () => {
  it('reads every page of one Region', async () => {
    s3Mock
      .on(ListBucketsCommand, { BucketRegion: 'eu-west-1' })
      .resolvesOnce({ Buckets: [{ Name: 'a' }], ContinuationToken: 't' })
      .resolvesOnce({ Buckets: [{ Name: 'b' }, {}] });
    expect(await createListBuckets(s3, 'eu-west-1')()).toEqual(['a', 'b']);
    const inputs = s3Mock.commandCalls(ListBucketsCommand).map(({ args }) => args[0].input);
    expect(inputs.map(({ ContinuationToken }) => ContinuationToken)).toEqual([undefined, 't']);
  });
});

describe('createListUploads', () => {
  it('reads every page, with keys as they are', async () => {
    const startedAt = new Date('2026-11-24T12:00:00Z');
    s3Mock
      .on(ListMultipartUploadsCommand, { Bucket: 'b', ExpectedBucketOwner: ACCOUNT })
      .resolvesOnce({
        EncodingType: 'url',
        Uploads: [
          { Key: 'a+b%01', UploadId: 'u1', Initiated: startedAt, Initiator: { ID: 'arn:role' } },
        ],
        IsTruncated: true,
        NextKeyMarker: 'a+b%01',
        NextUploadIdMarker: 'u1',
      })
      .resolvesOnce({ EncodingType: 'url', Uploads: [{ Key: 'c', UploadId: 'u2' }] });
    expect(await createListUploads(s3, ACCOUNT)('b')).toEqual([
      { bucket: 'b', key: 'a b\u0001', uploadId: 'u1', initiator: 'arn:role', startedAt },
      { bucket: 'b', key: 'c', uploadId: 'u2', initiator: '' },
    ]);
    const inputs = s3Mock
      .commandCalls(ListMultipartUploadsCommand)
      .map(({ args }) => args[0].input);
    expect(inputs[1]).toMatchObject({ KeyMarker: 'a b\u0001', UploadIdMarker: 'u1' });
  });
});

describe('createListFolders', () => {
  it('reads every page of what keys begin with', async () => {
    s3Mock
      .on(ListObjectsV2Command, { Bucket: 'q', Delimiter: '/', ExpectedBucketOwner: ACCOUNT })
      .resolvesOnce({
        CommonPrefixes: [{ Prefix: 'payroll-eu/' }],
        IsTruncated: true,
        NextContinuationToken: 't',
      })
      .resolvesOnce({ CommonPrefixes: [{ Prefix: 'x.y/' }] });
    expect(await createListFolders(s3, ACCOUNT)('q')).toEqual(['payroll-eu', 'x.y']);
  });
});
