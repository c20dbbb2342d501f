import { describe, expect, it } from '@jest/globals';
import { ACCOUNT, COPIER, createStage, JUDGE, type Input } from '../data/stage.ts';
import { bucketOwnerNamed } from './bucket-owner-named.ts';

const OBJECT = { Bucket: 'copy-on', Key: 'k' };
const ONES = { ...OBJECT, ExpectedBucketOwner: ACCOUNT };
const COPY = { ...ONES, CopySource: 'copy-on/k' };

describe('every S3 call names the owner of its bucket', () => {
  it.each<[string, string, Input]>([
    ['a read', 'HeadObject', ONES],
    ['a copy', 'CopyObject', { ...COPY, ExpectedSourceBucketOwner: ACCOUNT }],
    ['a part', 'UploadPartCopy', { ...COPY, ExpectedSourceBucketOwner: ACCOUNT }],
    ['the list of buckets', 'ListBuckets', {}],
  ])('holds for %s', (_title, name, input) => {
    const stage = createStage(bucketOwnerNamed);
    stage.call(COPIER, name, input);
    expect(stage.violations()).toEqual([]);
  });

  it.each<[string, string, Input, string]>([
    ['a read without it', 'HeadObject', OBJECT, 'ExpectedBucketOwner'],
    ['one of another account', 'HeadObject', { ...ONES, ExpectedBucketOwner: '1' }, 'BucketOwner'],
    ['a bucket call without it', 'GetBucketVersioning', { Bucket: 'copy-on' }, 'BucketOwner'],
    ['a copy without that of its source', 'CopyObject', COPY, 'ExpectedSourceBucketOwner'],
    ['a part without that of its source', 'UploadPartCopy', COPY, 'ExpectedSourceBucketOwner'],
  ])('fails for %s', (_title, name, input, member) => {
    const stage = createStage(bucketOwnerNamed);
    stage.call(JUDGE, name, input);
    expect(stage.violations()).toEqual([expect.stringContaining(member)]);
  });

  it('asks nothing of users and of KMS', () => {
    const stage = createStage(bucketOwnerNamed);
    stage.call('user', 'HeadObject', OBJECT);
    stage.call(JUDGE, 'DescribeKey', { KeyId: 'alias/main' }, { service: 'kms' });
    expect(stage.violations()).toEqual([]);
  });
});
