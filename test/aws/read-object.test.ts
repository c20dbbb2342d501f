import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { createReadObject } from '../../aws/read-object.ts';
import { ACCOUNT, keyArn } from '../made/facts.ts';

const s3 = mockClient(S3Client);
const readObject = createReadObject(new S3Client({ region: 'eu-west-1' }), ACCOUNT);
const REF = { bucket: 'b', key: 'a?versionId=x', versionId: 'v1' };
const WITHOUT_VERSION = { bucket: 'b', key: 'k' };

const fails = (status: number, headers: Record<string, string> = {}) =>
  Object.assign(
    new S3ServiceException({
      name: 'Unknown', // what the SDK makes of an error without a body
      message: 'UnknownError',
      $fault: 'client',
      $metadata: { httpStatusCode: status, requestId: 'R1' },
    }),
    { $response: { statusCode: status, headers } },
  );
const answers = (head: Partial<HeadObjectCommandOutput>) =>
  s3.on(HeadObjectCommand).resolves({ $metadata: {}, ...head });

beforeEach(() => {
  s3.reset();
  s3.onAnyCommand().rejects('unstubbed call');
});

it('asks once, for the exact version, of a bucket that is ours', async () => {
  answers({ ServerSideEncryption: 'AES256' });
  await readObject(REF);
  expect(s3.commandCalls(HeadObjectCommand).map(({ args }) => args[0].input)).toEqual([
    { Bucket: 'b', Key: 'a?versionId=x', VersionId: 'v1', ExpectedBucketOwner: ACCOUNT },
  ]);
});

describe('the encryption', () => {
  it.each([
    ['SSE-S3', { ServerSideEncryption: 'AES256' }, { kind: 'sse-s3' }],
    [
      'SSE-KMS',
      { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyArn('k1') },
      { kind: 'sse-kms', keyArn: keyArn('k1'), bucketKey: false },
    ],
    [
      'a bucket key',
      { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyArn('k1'), BucketKeyEnabled: true },
      { kind: 'sse-kms', keyArn: keyArn('k1'), bucketKey: true },
    ],
    [
      'DSSE-KMS',
      { ServerSideEncryption: 'aws:kms:dsse', SSEKMSKeyId: keyArn('k1') },
      { kind: 'dsse-kms', keyArn: keyArn('k1') },
    ],
    ['none, before 2023', {}, { kind: 'none' }],
    ['FSx', { ServerSideEncryption: 'aws:fsx' }, { kind: 'managed-elsewhere', by: 'aws:fsx' }],
    [
      'a value newer than this code',
      { ServerSideEncryption: 'aws:quantum' as 'AES256' },
      { kind: 'managed-elsewhere', by: 'aws:quantum' },
    ],
  ] as const)('%s', async (_title, head, encryption) => {
    answers(head);
    expect(await readObject(REF)).toMatchObject({ kind: 'object', ref: REF, encryption });
  });

  it.each(['alias/x', 'k1', ''])('is unreadable when the key is named as `%s`', async (id) => {
    answers({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: id });
    expect(await readObject(REF)).toMatchObject({ kind: 'unreadable', cause: 'key-unreadable' });
  });
});

it('reads the attributes that decide about remedies', async () => {
  const until = new Date('2027-01-01T00:00:00Z');
  answers({
    ServerSideEncryption: 'AES256',
    VersionId: 'v9',
    ETag: '"abc-3"',
    LastModified: new Date('2026-11-20T09:15:02Z'),
    ContentLength: 12,
    StorageClass: 'DEEP_ARCHIVE',
    ObjectLockMode: 'GOVERNANCE',
    ObjectLockRetainUntilDate: until,
    ObjectLockLegalHoldStatus: 'ON',
    ReplicationStatus: 'COMPLETE',
  });
  expect(await readObject(WITHOUT_VERSION)).toEqual({
    kind: 'object',
    ref: { ...WITHOUT_VERSION, versionId: 'v9' },
    encryption: { kind: 'sse-s3' },
    etag: 'abc-3',
    lastModified: new Date('2026-11-20T09:15:02Z'),
    size: 12,
    storageClass: 'DEEP_ARCHIVE',
    archived: true,
    lock: { mode: 'GOVERNANCE', retainUntil: until, legalHold: true },
    replication: 'completed',
  });
});

it.each([
  ['PENDING', 'pending'],
  ['COMPLETE', 'completed'],
  ['COMPLETED', 'completed'],
  ['FAILED', 'failed'],
  ['REPLICA', 'replica'],
] as const)('reads replication %s as %s', async (ReplicationStatus, replication) => {
  answers({ ServerSideEncryption: 'AES256', ReplicationStatus });
  expect(await readObject(REF)).toMatchObject({ replication });
});

it.each([
  ['GLACIER', { StorageClass: 'GLACIER' }, true],
  [
    'GLACIER, restored',
    { StorageClass: 'GLACIER', Restore: 'ongoing-request="false", expiry-date="…"' },
    false,
  ],
  ['GLACIER, being restored', { StorageClass: 'GLACIER', Restore: 'ongoing-request="true"' }, true],
  [
    'an Intelligent-Tiering archive tier',
    { StorageClass: 'INTELLIGENT_TIERING', ArchiveStatus: 'ARCHIVE_ACCESS' },
    true,
  ],
  ['GLACIER_IR', { StorageClass: 'GLACIER_IR' }, false],
] as const)('%s is archived or not', async (_title, head, archived) => {
  answers({ ServerSideEncryption: 'AES256', ...head });
  expect(await readObject(REF)).toMatchObject({ archived });
});

describe('what could not be read', () => {
  it.each([
    ['404', fails(404), { kind: 'gone', deleteMarker: false }],
    [
      '404 of a delete marker',
      fails(404, { 'x-amz-delete-marker': 'true' }),
      { kind: 'gone', deleteMarker: true },
    ],
    ['405: the version is a delete marker', fails(405), { kind: 'gone', deleteMarker: true }],
    ['403', fails(403), { kind: 'unreadable', cause: 'access-denied' }],
    ['301', fails(301), { kind: 'unreadable', cause: 'wrong-region' }],
  ] as const)('%s', async (_title, error, reading) => {
    s3.on(HeadObjectCommand).rejects(error);
    expect(await readObject(REF)).toMatchObject({ ref: REF, ...reading });
    expect(s3.calls()).toHaveLength(1);
  });

  it.each([
    ['503', fails(503)],
    ['429', fails(429)],
    ['500', fails(500)],
    ['a broken connection', new Error('socket hang up')],
  ])('%s is left to the queue', async (_title, error) => {
    s3.on(HeadObjectCommand).rejects(error);
    await expect(readObject(REF)).rejects.toBe(error);
  });
});

describe('a 400', () => {
  it('is SSE-C when a key that cannot be right is denied', async () => {
    s3.on(HeadObjectCommand).rejectsOnce(fails(400)).rejectsOnce(fails(403));
    expect(await readObject(REF)).toEqual({
      kind: 'object',
      ref: REF,
      encryption: { kind: 'sse-c' },
      archived: false,
    });
    const [, probe] = s3.commandCalls(HeadObjectCommand);
    expect(probe?.args[0].input).toMatchObject({ SSECustomerAlgorithm: 'AES256', VersionId: 'v1' });
  });

  it('is an invalid request when it stays a 400: an expired token must not look like SSE-C', async () => {
    s3.on(HeadObjectCommand).rejects(fails(400));
    expect(await readObject(REF)).toMatchObject({ kind: 'unreadable', cause: 'invalid-request' });
  });

  it('is left to the queue when the probe is throttled', async () => {
    s3.on(HeadObjectCommand).rejectsOnce(fails(400)).rejectsOnce(fails(503));
    await expect(readObject(REF)).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
  });
});
