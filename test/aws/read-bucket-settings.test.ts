import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  GetBucketReplicationCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectTaggingCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { createReadReplication } from '../../aws/read-replication.ts';
import { createReadBucketTags, createReadObjectTags } from '../../aws/read-tags.ts';
import { createReadVersioning } from '../../aws/read-versioning.ts';
import { ACCOUNT } from '../made/facts.ts';

const s3 = mockClient(S3Client);
const client = new S3Client({ region: 'eu-west-1' });
const readObjectTags = createReadObjectTags(client, ACCOUNT);
const readBucketTags = createReadBucketTags(client, ACCOUNT);
const readReplication = createReadReplication(client, ACCOUNT);
const readVersioning = createReadVersioning(client, ACCOUNT);
const fails = (status: number, name: string) =>
  new S3ServiceException({
    name,
    message: 'as S3 says it',
    $fault: 'client',
    $metadata: { httpStatusCode: status },
  });

const rule = (status: 'Enabled' | 'Disabled', sseKms?: 'Enabled' | 'Disabled') => ({
  Status: status,
  Destination: { Bucket: 'arn:aws:s3:::d' },
  ...(sseKms && { SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: sseKms } } }),
});

beforeEach(() => {
  s3.reset();
  s3.onAnyCommand().rejects('unstubbed call');
});

describe('tags', () => {
  it('are those of the exact version', async () => {
    s3.on(GetObjectTaggingCommand).resolves({ TagSet: [{ Key: 'pii', Value: 'yes' }] });
    const reading = await readObjectTags({ bucket: 'b', key: 'k', versionId: 'v1' });
    expect(reading).toEqual({ kind: 'tags', tags: { pii: 'yes' } });
    expect(s3.call(0).args[0].input).toEqual({
      Bucket: 'b',
      Key: 'k',
      VersionId: 'v1',
      ExpectedBucketOwner: ACCOUNT,
    });
  });

  it('may be named like a property of every object', async () => {
    s3.on(GetObjectTaggingCommand).resolves({ TagSet: [{ Key: '__proto__', Value: 'x' }] });
    const reading = await readObjectTags({ bucket: 'b', key: 'k' });
    expect(reading.kind === 'tags' && Object.entries(reading.tags)).toEqual([['__proto__', 'x']]);
  });

  it('of a bucket without any are none', async () => {
    s3.on(GetBucketTaggingCommand, { Bucket: 'b', ExpectedBucketOwner: ACCOUNT }).rejects(
      fails(404, 'NoSuchTagSet'),
    );
    expect(await readBucketTags('b')).toEqual({ kind: 'tags', tags: {} });
  });

  it('that are denied are unreadable, not none', async () => {
    s3.onAnyCommand().rejects(fails(403, 'AccessDenied'));
    const unreadable = { kind: 'tags-unreadable', words: 'AccessDenied: as S3 says it' };
    expect(await readBucketTags('b')).toEqual(unreadable);
    expect(await readObjectTags({ bucket: 'b', key: 'k' })).toEqual(unreadable);
  });

  it('of an object deleted meanwhile are left to the queue', async () => {
    s3.onAnyCommand().rejects(fails(404, 'NoSuchKey'));
    await expect(readObjectTags({ bucket: 'b', key: 'k' })).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
  });
});

describe('replication', () => {
  it.each([
    [
      'takes SSE-KMS where every enabled rule does',
      [rule('Enabled', 'Enabled'), rule('Disabled')],
      'takes-sse-kms',
    ],
    [
      'leaves it where one does not say so',
      [rule('Enabled', 'Enabled'), rule('Enabled')],
      'leaves-sse-kms',
    ],
    ['leaves it where it is switched off', [rule('Enabled', 'Disabled')], 'leaves-sse-kms'],
  ])('%s', async (_title, rules, kind) => {
    s3.on(GetBucketReplicationCommand, { Bucket: 'b', ExpectedBucketOwner: ACCOUNT }).resolves({
      ReplicationConfiguration: { Role: 'r', Rules: rules },
    });
    expect(await readReplication('b')).toEqual({ kind });
  });

  it('that was switched off since has nothing to lose', async () => {
    s3.onAnyCommand().rejects(fails(404, 'ReplicationConfigurationNotFoundError'));
    expect(await readReplication('b')).toEqual({ kind: 'takes-sse-kms' });
  });

  it('that is denied is unreadable', async () => {
    s3.onAnyCommand().rejects(fails(403, 'AccessDenied'));
    expect(await readReplication('b')).toMatchObject({ kind: 'replication-unreadable' });
  });
});

describe('versioning', () => {
  it.each([
    ['on', { Status: 'Enabled' }, { status: 'enabled', mfaDelete: false }],
    ['suspended', { Status: 'Suspended' }, { status: 'suspended', mfaDelete: false }],
    ['never on', {}, { status: 'never', mfaDelete: false }],
    [
      'on, deleting only with MFA',
      { Status: 'Enabled', MFADelete: 'Enabled' },
      { status: 'enabled', mfaDelete: true },
    ],
  ] as const)('is %s', async (_title, answer, reading) => {
    s3.on(GetBucketVersioningCommand, { Bucket: 'b', ExpectedBucketOwner: ACCOUNT }).resolves(
      answer,
    );
    expect(await readVersioning('b')).toEqual({ kind: 'versioning', ...reading });
  });

  it('is not known to whoever may not read it, and thrown where S3 may answer later', async () => {
    s3.on(GetBucketVersioningCommand)
      .rejectsOnce(fails(403, 'AccessDenied'))
      .rejects(fails(503, 'SlowDown'));
    expect(await readVersioning('b')).toEqual({
      kind: 'versioning-unreadable',
      words: 'AccessDenied: as S3 says it',
    });
    await expect(readVersioning('b')).rejects.toThrow('as S3 says it');
  });
});
