import {
  GetBucketPolicyCommand,
  GetObjectTaggingCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createReadBucketPolicy } from '../../../aws/quarantine/read-bucket-policy.ts';
import {
  createPutVersionTags,
  createReadVersionTags,
} from '../../../aws/quarantine/version-tags.ts';
import { ACCOUNT } from '../../made/facts.ts';
import { fails, mockS3, s3 } from './made-s3.ts';

const { mock, reset } = mockS3();
beforeEach(reset);

const REF = { bucket: 'b', key: 'k?versionId=x', versionId: 'v1' };
const VERSION = {
  Bucket: 'b',
  Key: 'k?versionId=x',
  VersionId: 'v1',
  ExpectedBucketOwner: ACCOUNT,
};
const readTags = createReadVersionTags(s3, ACCOUNT);
const putTags = createPutVersionTags(s3, ACCOUNT);
const readPolicy = createReadBucketPolicy(s3, ACCOUNT);

describe('tags', () => {
  it('are those of exactly one version', async () => {
    mock.on(GetObjectTaggingCommand, VERSION).resolves({ TagSet: [{ Key: 'a', Value: 'b' }] });
    expect(await readTags(REF)).toEqual({ kind: 'tags', tags: { a: 'b' } });
    mock.on(PutObjectTaggingCommand).resolves({});
    expect(await putTags(REF, { a: 'b', c: '' })).toEqual({ kind: 'done' });
    const TagSet = [
      { Key: 'a', Value: 'b' },
      { Key: 'c', Value: '' },
    ];
    expect(mock.commandCalls(PutObjectTaggingCommand)[0]?.args[0].input).toEqual({
      ...VERSION,
      Tagging: { TagSet },
    });
  });

  it.each([
    [404, 'NoSuchVersion', { kind: 'changed' }],
    [405, 'MethodNotAllowed', { kind: 'changed' }],
    [403, 'AccessDenied', { kind: 'tags-unreadable', words: 'AccessDenied: as AWS says it' }],
  ] as const)('may not be read: %i', async (status, name, answer) => {
    mock.on(GetObjectTaggingCommand).rejects(fails(status, name));
    expect(await readTags(REF)).toMatchObject(answer);
  });

  it.each([
    [404, 'NoSuchVersion', { kind: 'changed' }],
    [403, 'AccessDenied', { kind: 'refused', code: 'AccessDenied' }],
    [400, 'InvalidTag', { kind: 'refused', code: 'InvalidTag' }],
  ] as const)('may not be written: %i', async (status, name, answer) => {
    mock.on(PutObjectTaggingCommand).rejects(fails(status, name));
    expect(await putTags(REF, {})).toMatchObject(answer);
  });

  it('are left to another try after throttling', async () => {
    mock.on(GetObjectTaggingCommand).rejects(fails(503, 'SlowDown'));
    await expect(readTags(REF)).rejects.toMatchObject({ name: 'SlowDown' });
    mock.on(PutObjectTaggingCommand).rejects(fails(503, 'SlowDown'));
    await expect(putTags(REF, {})).rejects.toMatchObject({ name: 'SlowDown' });
  });
});

describe('the policy of a bucket', () => {
  const input = { Bucket: 'b', ExpectedBucketOwner: ACCOUNT };

  it('is its text', async () => {
    mock.on(GetBucketPolicyCommand, input).resolves({ Policy: '{}' });
    expect(await readPolicy('b')).toEqual({ kind: 'bucket-policy', text: '{}' });
  });

  it('is left to another try where its answer was cut short', async () => {
    mock.on(GetBucketPolicyCommand).resolves({ Policy: '{"Version":"2012-10-17","State' });
    await expect(readPolicy('b')).rejects.toThrow('the policy of `b` came cut short');
  });

  it('may be none', async () => {
    mock.on(GetBucketPolicyCommand).rejects(fails(404, 'NoSuchBucketPolicy'));
    expect(await readPolicy('b')).toEqual({ kind: 'bucket-policy' });
  });

  it('may be out of reach', async () => {
    mock.on(GetBucketPolicyCommand).rejects(fails(403, 'AccessDenied'));
    expect(await readPolicy('b')).toEqual({
      kind: 'bucket-policy-unreadable',
      words: 'AccessDenied: as AWS says it',
    });
  });

  it.each([
    [404, 'NoSuchBucket'],
    [503, 'SlowDown'],
  ])('is thrown: %i %s', async (status, name) => {
    mock.on(GetBucketPolicyCommand).rejects(fails(status, name));
    await expect(readPolicy('b')).rejects.toMatchObject({ name });
  });
});
