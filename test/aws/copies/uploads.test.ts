import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  S3Client,
  S3ServiceException,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { createAbortUpload } from '../../../aws/copies/abort-upload.ts';
import { createCompleteUpload } from '../../../aws/copies/complete-upload.ts';
import { createCopyPart } from '../../../aws/copies/copy-part.ts';
import { createCreateUpload } from '../../../aws/copies/create-upload.ts';
import { createListParts } from '../../../aws/copies/list-parts.ts';
import { makeAttributes, makeTask, TARGET } from '../../core/copies/made-attributes.ts';

const ACCOUNT = '111122223333';
const s3Mock = mockClient(S3Client);
const s3 = new S3Client({});
const now = () => new Date('2026-11-24T12:00:00Z');
const UPLOAD = { bucket: 'payroll', key: 'a/b ü.txt', uploadId: 'u1' };
const ADDRESS = {
  Bucket: 'payroll',
  Key: 'a/b ü.txt',
  UploadId: 'u1',
  ExpectedBucketOwner: ACCOUNT,
};
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
});

describe('an upload', () => {
  const create = createCreateUpload(s3, ACCOUNT, now);
  const input = () => s3Mock.commandCalls(CreateMultipartUploadCommand)[0]?.args[0].input;
  beforeEach(() => {
    s3Mock.on(CreateMultipartUploadCommand).resolves({ UploadId: 'u1' });
  });

  it('is begun with all that S3 does not copy in parts', async () => {
    const task = makeTask({
      headers: {
        cacheControl: 'no-store',
        contentDisposition: 'inline',
        contentEncoding: 'gzip',
        contentLanguage: 'de',
        contentType: 'text/plain',
      },
      tags: { 'a b': '=&ü', c: '' },
      storageClass: 'STANDARD_IA',
    });
    expect(await create(task)).toEqual({ kind: 'upload', ...UPLOAD });
    expect(input()).toEqual({
      Bucket: 'payroll',
      Key: 'a/b ü.txt',
      CacheControl: 'no-store',
      ContentDisposition: 'inline',
      ContentEncoding: 'gzip',
      ContentLanguage: 'de',
      ContentType: 'text/plain',
      Metadata: { owner: 'hr' },
      Tagging: 'a%20b=%3D%26%C3%BC&c=',
      StorageClass: 'STANDARD_IA',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: TARGET,
      BucketKeyEnabled: true,
      ExpectedBucketOwner: ACCOUNT,
    });
  });

  it('has the checksum of its source', async () => {
    await create(makeTask({ checksum: { algorithm: 'SHA256', type: 'COMPOSITE', value: 'x-3' } }));
    expect(input()).toMatchObject({ ChecksumAlgorithm: 'SHA256', ChecksumType: 'COMPOSITE' });
  });

  it('is refused in AWS words', async () => {
    s3Mock.on(CreateMultipartUploadCommand).rejects(fails(400, 'KMS.DisabledException'));
    expect(await create(makeTask())).toEqual({
      kind: 'refused',
      code: 'KMS.DisabledException',
      words: 'm',
    });
  });
});

describe('a part', () => {
  const copyPart = createCopyPart(s3, ACCOUNT);
  const input = () => s3Mock.commandCalls(UploadPartCopyCommand)[0]?.args[0].input;

  it('names version, ETag and range of its source', async () => {
    s3Mock.on(UploadPartCopyCommand).resolves({});
    const part = await copyPart(makeAttributes(), UPLOAD, { number: 2, first: 5, last: 9 });
    expect(part).toEqual({ kind: 'part' });
    expect(input()).toEqual({
      ...ADDRESS,
      PartNumber: 2,
      CopySource: 'payroll/a/b%20%C3%BC.txt?versionId=v1',
      CopySourceIfMatch: '"6f5902ac237024bdd0c176cb93063dc4"',
      CopySourceRange: 'bytes=5-9',
      ExpectedSourceBucketOwner: ACCOUNT,
    });
  });

  it('names no range where it is all: S3 takes none of small objects', async () => {
    s3Mock.on(UploadPartCopyCommand).resolves({});
    await copyPart(makeAttributes(), UPLOAD, { number: 1, first: 0, last: 11 });
    expect(input()).not.toHaveProperty('CopySourceRange');
  });

  it.each([
    [412, 'PreconditionFailed', { kind: 'changed', words: 'PreconditionFailed: m' }],
    [404, 'NoSuchVersion', { kind: 'changed', words: 'NoSuchVersion: m' }],
    [404, 'NoSuchUpload', { kind: 'no-upload' }],
    [403, 'AccessDenied', { kind: 'refused', code: 'AccessDenied', words: 'm' }],
  ])('answers %i %s', async (status, name, expected) => {
    s3Mock.on(UploadPartCopyCommand).rejects(fails(status, name));
    const range = { number: 1, first: 0, last: 11 };
    expect(await copyPart(makeAttributes(), UPLOAD, range)).toEqual(expected);
  });
});

describe('the parts', () => {
  const listParts = createListParts(s3, ACCOUNT);

  it('are listed to the end, each with its checksum', async () => {
    s3Mock
      .on(ListPartsCommand, { ...ADDRESS })
      .resolves({
        IsTruncated: true,
        NextPartNumberMarker: '1',
        Parts: [{ PartNumber: 1, ETag: '"a"', Size: 5, ChecksumCRC32: 'c1' }],
      })
      .on(ListPartsCommand, { ...ADDRESS, PartNumberMarker: '1' })
      .resolves({
        IsTruncated: false,
        NextPartNumberMarker: '2',
        Parts: [{ PartNumber: 2, ETag: '"b"', Size: 4 }],
      });
    expect(await listParts(UPLOAD, 0)).toEqual({
      kind: 'parts',
      parts: [
        { number: 1, etag: '"a"', size: 5, checksum: { algorithm: 'CRC32', value: 'c1' } },
        { number: 2, etag: '"b"', size: 4 },
      ],
    });
  });

  it('are listed from where one wants', async () => {
    s3Mock.on(ListPartsCommand, { ...ADDRESS, PartNumberMarker: '70' }).resolves({});
    expect(await listParts(UPLOAD, 70)).toEqual({ kind: 'parts', parts: [] });
  });

  it('are none of an upload that is gone', async () => {
    s3Mock.on(ListPartsCommand).rejects(fails(404, 'NoSuchUpload'));
    expect(await listParts(UPLOAD, 0)).toEqual({ kind: 'no-upload' });
  });

  it('are not taken for gone because the bucket is', async () => {
    s3Mock.on(ListPartsCommand).rejects(fails(404, 'NoSuchBucket'));
    await expect(listParts(UPLOAD, 0)).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });
});

describe('completing', () => {
  const complete = createCompleteUpload(s3, ACCOUNT);
  const input = () => s3Mock.commandCalls(CompleteMultipartUploadCommand)[0]?.args[0].input;
  const PARTS = [
    { number: 1, etag: '"a"', size: 8, checksum: { algorithm: 'CRC32', value: 'c1' } },
    { number: 2, etag: '"b"', size: 4 },
  ];
  const CHECKSUM = { algorithm: 'CRC32', type: 'FULL_OBJECT', value: 'whole' } as const;

  it('holds size, checksum and destination against the source', async () => {
    s3Mock.on(CompleteMultipartUploadCommand).resolves({ ETag: '"new-2"', VersionId: 'v2' });
    expect(await complete(makeTask({ checksum: CHECKSUM }), UPLOAD, PARTS)).toEqual({
      kind: 'made',
      etag: 'new-2',
      versionId: 'v2',
    });
    expect(input()).toEqual({
      ...ADDRESS,
      MultipartUpload: {
        Parts: [
          { PartNumber: 1, ETag: '"a"', ChecksumCRC32: 'c1' },
          { PartNumber: 2, ETag: '"b"' },
        ],
      },
      MpuObjectSize: 12,
      ChecksumCRC32: 'whole',
      ChecksumType: 'FULL_OBJECT',
      IfMatch: '"6f5902ac237024bdd0c176cb93063dc4"',
    });
  });

  it.each([
    ['a SHA of the whole, which parts cannot have', { ...CHECKSUM, algorithm: 'SHA256' }],
    ['a checksum over other parts', { ...CHECKSUM, type: 'COMPOSITE' }],
  ] as const)('does not name %s', async (_title, checksum) => {
    s3Mock.on(CompleteMultipartUploadCommand).resolves({ ETag: '"new-2"' });
    await complete(makeTask({ checksum }), UPLOAD, PARTS);
    expect(input()).not.toHaveProperty('ChecksumType');
  });

  it.each([
    [412, 'PreconditionFailed', { kind: 'changed', words: 'PreconditionFailed: m' }],
    [404, 'NoSuchUpload', { kind: 'no-upload' }],
    [400, 'BadDigest', { kind: 'refused', code: 'BadDigest', words: 'm' }],
  ])('answers %i %s', async (status, name, expected) => {
    s3Mock.on(CompleteMultipartUploadCommand).rejects(fails(status, name));
    expect(await complete(makeTask(), UPLOAD, PARTS)).toEqual(expected);
  });

  it('throws when a part was copied once more meanwhile: the next list has it right', async () => {
    s3Mock.on(CompleteMultipartUploadCommand).rejects(fails(400, 'InvalidPart'));
    await expect(complete(makeTask(), UPLOAD, PARTS)).rejects.toMatchObject({
      name: 'InvalidPart',
    });
  });
});

describe('aborting', () => {
  const abort = createAbortUpload(s3, ACCOUNT);

  it('takes an upload that is gone for aborted', async () => {
    s3Mock.on(AbortMultipartUploadCommand, ADDRESS).rejects(fails(404, 'NoSuchUpload'));
    await expect(abort(UPLOAD)).resolves.toBeUndefined();
  });

  it('throws when it is not allowed to', async () => {
    s3Mock.on(AbortMultipartUploadCommand).rejects(fails(403, 'AccessDenied'));
    await expect(abort(UPLOAD)).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});
