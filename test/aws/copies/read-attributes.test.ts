import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  GetObjectAclCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectAnnotationsCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { createReadAttributes } from '../../../aws/copies/read-attributes.ts';
import { ACCOUNT, keyArn } from '../../made/facts.ts';

const s3Mock = mockClient(S3Client);
const readAttributes = createReadAttributes(new S3Client({}), ACCOUNT);
const REF = { bucket: 'b', key: 'k', versionId: 'v1' };
const EXACT = { Bucket: 'b', Key: 'k', VersionId: 'v1', ExpectedBucketOwner: ACCOUNT };
const HEAD = {
  VersionId: 'v1',
  ETag: '"e"',
  LastModified: new Date('2026-11-20T09:15:02Z'),
  ContentLength: 12,
  ServerSideEncryption: 'AES256',
} as const;
const fails = (status: number, name: string) =>
  new S3ServiceException({
    name,
    message: 'm',
    $fault: 'client',
    $metadata: { httpStatusCode: status },
  });

beforeEach(() => {
  s3Mock.reset();
  s3Mock.onAnyCommand().rejects('unstubbed call');
  s3Mock.on(HeadObjectCommand, { ...EXACT, ChecksumMode: 'ENABLED' }).resolves(HEAD);
  s3Mock.on(GetObjectTaggingCommand, EXACT).resolves({ TagSet: [] });
  s3Mock.on(GetObjectAclCommand, EXACT).resolves({ Owner: { ID: 'me' }, Grants: [] });
  s3Mock.on(ListObjectAnnotationsCommand, EXACT).resolves({});
});

it('reads a plain object in four calls', async () => {
  expect(await readAttributes(REF)).toEqual({
    kind: 'attributes',
    attributes: {
      ref: REF,
      etag: 'e',
      lastModified: HEAD.LastModified,
      size: 12,
      encryption: { kind: 'sse-s3' },
      headers: {},
      metadata: {},
      missingMetadata: 0,
      storageClass: 'STANDARD',
      archived: false,
      tags: {},
      acl: { owner: 'me', grants: [] },
      annotations: [],
    },
  });
  expect(s3Mock.calls()).toHaveLength(4);
});

it('reads everything that an object can have', async () => {
  s3Mock.on(HeadObjectCommand, { ...EXACT, ChecksumMode: 'ENABLED' }).resolves({
    ...HEAD,
    ETag: '"e-3"',
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: keyArn('k'),
    BucketKeyEnabled: true,
    CacheControl: 'cc',
    ContentDisposition: 'cd',
    ContentEncoding: 'ce',
    ContentLanguage: 'cl',
    ContentType: 'ct',
    ExpiresString: '-1',
    Metadata: { owner: 'hr' },
    MissingMeta: 2,
    WebsiteRedirectLocation: '/x',
    StorageClass: 'GLACIER',
    ChecksumSHA256: 'x-3',
    ChecksumType: 'COMPOSITE',
    ObjectLockMode: 'COMPLIANCE',
    ObjectLockRetainUntilDate: new Date('2030-01-01T00:00:00Z'),
    ObjectLockLegalHoldStatus: 'ON',
    ObjectLockEventHold: 'ON',
    ObjectLockEventHoldDurationYears: 7,
  });
  s3Mock
    .on(HeadObjectCommand, { ...EXACT, PartNumber: 1 })
    .resolves({ PartsCount: 3, ContentLength: 5 });
  s3Mock.on(GetObjectTaggingCommand, EXACT).resolves({ TagSet: [{ Key: 'pii', Value: 'yes' }] });
  s3Mock.on(GetObjectAclCommand, EXACT).resolves({
    Owner: { ID: 'me' },
    Grants: [
      { Grantee: { Type: 'CanonicalUser', ID: 'you' }, Permission: 'READ' },
      { Grantee: { Type: 'Group', URI: 'http://group' }, Permission: 'READ_ACP' },
    ],
  });
  s3Mock
    .on(ListObjectAnnotationsCommand, EXACT)
    .resolves({
      Annotations: [{ AnnotationName: 'z', ETag: '"1"', Size: 1, LastModified: new Date() }],
      NextContinuationToken: 't',
    })
    .on(ListObjectAnnotationsCommand, { ...EXACT, ContinuationToken: 't' })
    .resolves({
      Annotations: [{ AnnotationName: 'a', ETag: '"2"', Size: 2, LastModified: new Date() }],
    });
  expect(await readAttributes(REF)).toMatchObject({
    kind: 'attributes',
    attributes: {
      etag: 'e-3',
      encryption: { kind: 'sse-kms', keyArn: keyArn('k'), bucketKey: true },
      headers: {
        cacheControl: 'cc',
        contentDisposition: 'cd',
        contentEncoding: 'ce',
        contentLanguage: 'cl',
        contentType: 'ct',
        expires: '-1',
      },
      metadata: { owner: 'hr' },
      missingMetadata: 2,
      websiteRedirect: '/x',
      storageClass: 'GLACIER',
      archived: true,
      tags: { pii: 'yes' },
      acl: {
        owner: 'me',
        grants: [
          { grantee: { kind: 'user', id: 'you' }, permission: 'READ' },
          { grantee: { kind: 'group', uri: 'http://group' }, permission: 'READ_ACP' },
        ],
      },
      lock: { mode: 'COMPLIANCE', retainUntil: new Date('2030-01-01T00:00:00Z'), legalHold: true },
      eventHold: { years: 7 },
      checksum: { algorithm: 'SHA256', type: 'COMPOSITE', value: 'x-3' },
      annotations: [
        { name: 'a', etag: '2', size: 2 },
        { name: 'z', etag: '1', size: 1 },
      ],
      parts: { count: 3, firstBytes: 5 },
    },
  });
});

it('takes a checksum with `-N` for composite, also where S3 names no type', async () => {
  s3Mock
    .on(HeadObjectCommand, { ...EXACT, ChecksumMode: 'ENABLED' })
    .resolves({ ...HEAD, ChecksumCRC32: 'x-2' });
  expect(await readAttributes(REF)).toMatchObject({
    attributes: { checksum: { algorithm: 'CRC32', type: 'COMPOSITE' } },
  });
});

it('asks tags, ACL and annotations of the version that HEAD was about', async () => {
  const anyInput = { Bucket: 'b', Key: 'k', ExpectedBucketOwner: ACCOUNT };
  s3Mock.on(HeadObjectCommand, { ...anyInput, ChecksumMode: 'ENABLED' }).resolves(HEAD);
  const reading = await readAttributes({ bucket: 'b', key: 'k' });
  expect(reading).toMatchObject({ attributes: { ref: REF } });
});

describe('what cannot be read whole is not there half', () => {
  it.each([
    ['HEAD', HeadObjectCommand, 404, 'NotFound', { kind: 'gone' }],
    ['HEAD', HeadObjectCommand, 403, 'Forbidden', { kind: 'unreadable', cause: 'access-denied' }],
    [
      'HEAD',
      HeadObjectCommand,
      400,
      'BadRequest',
      { kind: 'unreadable', cause: 'invalid-request' },
    ],
    [
      'tags',
      GetObjectTaggingCommand,
      403,
      'AccessDenied',
      { kind: 'unreadable', cause: 'tags-unreadable' },
    ],
    [
      'ACL',
      GetObjectAclCommand,
      403,
      'AccessDenied',
      { kind: 'unreadable', cause: 'access-denied' },
    ],
    [
      'annotations',
      ListObjectAnnotationsCommand,
      403,
      'AccessDenied',
      { kind: 'unreadable', cause: 'access-denied' },
    ],
    ['ACL', GetObjectAclCommand, 404, 'NoSuchKey', { kind: 'gone' }],
  ] as const)('%s (%#)', async (_what, command, status, name, expected) => {
    s3Mock.on(command as typeof HeadObjectCommand).rejects(fails(status, name));
    expect(await readAttributes(REF)).toMatchObject(expected);
  });

  it('throws what the queue should try again', async () => {
    s3Mock.on(GetObjectAclCommand).rejects(fails(503, 'SlowDown'));
    await expect(readAttributes(REF)).rejects.toMatchObject({ name: 'SlowDown' });
  });
});
