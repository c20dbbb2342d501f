import { beforeEach, describe, expect, it } from '@jest/globals';
import { CopyObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { createCopyObject } from '../../../aws/copies/copy-object.ts';
import { keyArn } from '../../made/facts.ts';
import { makeTask, TARGET } from '../../core/copies/made-attributes.ts';

const s3Mock = mockClient(S3Client);
const NOW = new Date('2026-11-24T12:00:00Z');
const copyObject = createCopyObject(new S3Client({}), '111122223333', () => NOW);
const input = () => s3Mock.commandCalls(CopyObjectCommand)[0]?.args[0].input;

beforeEach(() => {
  s3Mock.reset();
  s3Mock.onAnyCommand().rejects('unstubbed call');
  s3Mock.on(CopyObjectCommand).resolves({ VersionId: 'v2', CopyObjectResult: { ETag: '"new"' } });
});

it('pins the source, guards the destination, and says everything that S3 would not carry', async () => {
  expect(await copyObject(makeTask())).toEqual({ kind: 'made', versionId: 'v2', etag: 'new' });
  expect(input()).toEqual({
    Bucket: 'payroll',
    Key: 'a/b ü.txt',
    CopySource: 'payroll/a/b%20%C3%BC.txt?versionId=v1',
    CopySourceIfMatch: '"6f5902ac237024bdd0c176cb93063dc4"',
    IfMatch: '"6f5902ac237024bdd0c176cb93063dc4"',
    MetadataDirective: 'COPY',
    TaggingDirective: 'COPY',
    AnnotationDirective: 'COPY',
    StorageClass: 'STANDARD',
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: TARGET,
    BucketKeyEnabled: true,
    ExpectedBucketOwner: '111122223333',
    ExpectedSourceBucketOwner: '111122223333',
  });
});

it('writes only where nothing is, if the task says so', async () => {
  await copyObject(makeTask({}, { onlyIf: { kind: 'absent' } }));
  expect(input()).toMatchObject({ IfNoneMatch: '*' });
  expect(input()).not.toHaveProperty('IfMatch');
});

it.each([
  ['exactly the tags of the task', { pii: 'yes & no', ü: '' }, 'pii=yes%20%26%20no&%C3%BC='],
  ['no tags', {}, undefined],
] as const)('sets %s, where the task says so', async (_title, tags, Tagging) => {
  await copyObject(makeTask({ tags }, { tags: 'set' }));
  expect(input()).toMatchObject({ TaggingDirective: 'REPLACE' });
  expect(input()?.Tagging).toBe(Tagging);
});

describe('the encryption', () => {
  it.each([
    [{ algorithm: 'AES256' }, { ServerSideEncryption: 'AES256' }],
    [
      { algorithm: 'aws:kms', keyArn: keyArn('k'), bucketKey: false },
      { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyArn('k'), BucketKeyEnabled: false },
    ],
    [
      { algorithm: 'aws:kms:dsse', keyArn: keyArn('k'), bucketKey: false },
      { ServerSideEncryption: 'aws:kms:dsse', SSEKMSKeyId: keyArn('k') },
    ],
  ] as const)('is said whole: %j', async (encryption, expected) => {
    await copyObject(makeTask({}, { encryption }));
    const { ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled } = input() ?? {};
    const said = { ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled };
    expect(said).toEqual({ SSEKMSKeyId: undefined, BucketKeyEnabled: undefined, ...expected });
  });
});

const SHARED = {
  owner: 'me',
  grants: [
    { grantee: { kind: 'user', id: 'me' }, permission: 'FULL_CONTROL' },
    { grantee: { kind: 'user', id: 'you' }, permission: 'READ' },
    { grantee: { kind: 'group', uri: 'http://group' }, permission: 'READ' },
    { grantee: { kind: 'user', id: 'you' }, permission: 'WRITE_ACP' },
  ],
} as const;

it('gives the grants of a shared object again', async () => {
  await copyObject(makeTask({ acl: SHARED }));
  expect(input()).toMatchObject({
    GrantFullControl: 'id="me"',
    GrantRead: 'uri="http://group", id="you"',
    GrantWriteACP: 'id="you"',
  });
  expect(input()).not.toHaveProperty('GrantReadACP');
});

it('names no grant where the ACL is left behind: such a bucket would refuse it', async () => {
  await copyObject(makeTask({ acl: SHARED }, { acl: 'leave' }));
  expect(Object.keys(input() ?? {}).filter((name) => name.startsWith('Grant'))).toEqual([]);
});

const LOCKED = {
  lock: { mode: 'COMPLIANCE', retainUntil: new Date('2030-01-01T00:00:00Z'), legalHold: true },
  eventHold: { days: 30 },
} as const;

it('carries a lock that is in force', async () => {
  await copyObject(makeTask(LOCKED));
  expect(input()).toMatchObject({
    ObjectLockMode: 'COMPLIANCE',
    ObjectLockRetainUntilDate: new Date('2030-01-01T00:00:00Z'),
    ObjectLockLegalHoldStatus: 'ON',
    ObjectLockEventHold: 'ON',
    ObjectLockEventHoldDurationDays: 30,
  });
});

it.each([
  ['that is over', makeTask({ lock: { mode: 'GOVERNANCE', retainUntil: NOW, legalHold: false } })],
  ['that is to be left behind', makeTask(LOCKED, { lock: 'leave' })],
])('names no lock %s', async (_title, task) => {
  await copyObject(task);
  expect(Object.keys(input() ?? {}).filter((name) => name.startsWith('ObjectLock'))).toEqual([]);
});

it('carries class and redirect', async () => {
  await copyObject(makeTask({ storageClass: 'STANDARD_IA', websiteRedirect: '/elsewhere' }));
  expect(input()).toMatchObject({
    StorageClass: 'STANDARD_IA',
    WebsiteRedirectLocation: '/elsewhere',
  });
});

it('answers what no longer holds, and throws what may pass', async () => {
  const fails = (status: number, name: string) =>
    new S3ServiceException({
      name,
      message: 'm',
      $fault: 'client',
      $metadata: { httpStatusCode: status },
    });
  s3Mock.on(CopyObjectCommand).rejects(fails(412, 'PreconditionFailed'));
  expect(await copyObject(makeTask())).toEqual({ kind: 'changed', words: 'PreconditionFailed: m' });
  s3Mock.on(CopyObjectCommand).rejects(fails(409, 'ConditionalRequestConflict'));
  await expect(copyObject(makeTask())).rejects.toMatchObject({
    name: 'ConditionalRequestConflict',
  });
});
