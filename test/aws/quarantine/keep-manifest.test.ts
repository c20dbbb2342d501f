import { Readable } from 'node:stream';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { sdkStreamMixin } from '@smithy/core/serde';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createKeepManifest } from '../../../aws/quarantine/keep-manifest.ts';
import { createReadManifest } from '../../../aws/quarantine/read-manifest.ts';
import { serialiseManifest } from '../../../core/quarantine/serialise-manifest.ts';
import { MANIFEST, RICH } from '../../core/quarantine/made-manifest.ts';
import { ACCOUNT, keyArn } from '../../made/facts.ts';
import { fails, mockS3, s3 } from './made-s3.ts';

const { mock, reset } = mockS3();
beforeEach(reset);

const KEY = `payroll-2026/${MANIFEST.intentId}/manifest.json`;
const quarantine = { bucket: 'quarantine', keyArn: keyArn('quarantine') };
const keep = createKeepManifest(s3, ACCOUNT, quarantine);
const read = createReadManifest(s3, ACCOUNT, 'quarantine');
const ABSENT = { kind: 'absent' } as const;
const lies = (text: string) =>
  mock.on(GetObjectCommand).resolves({
    Body: sdkStreamMixin(Readable.from([Buffer.from(text)])),
    ETag: '"m1"',
  });

describe('a manifest', () => {
  it('is written only where none is, under the key of the quarantine, and read back', async () => {
    mock.on(PutObjectCommand).resolves({});
    lies(serialiseManifest(MANIFEST));
    expect(await keep(MANIFEST, ABSENT)).toEqual({ kind: 'kept', manifest: MANIFEST });
    expect(mock.commandCalls(PutObjectCommand).map(({ args }) => args[0].input)).toEqual([
      {
        Bucket: 'quarantine',
        Key: KEY,
        Body: serialiseManifest(MANIFEST),
        ContentType: 'application/json',
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: keyArn('quarantine'),
        BucketKeyEnabled: true,
        IfNoneMatch: '*',
        ExpectedBucketOwner: ACCOUNT,
      },
    ]);
    expect(mock.commandCalls(GetObjectCommand)[0]?.args[0].input).toEqual({
      Bucket: 'quarantine',
      Key: KEY,
      ExpectedBucketOwner: ACCOUNT,
    });
  });

  it('is written anew over exactly the one that was read', async () => {
    mock.on(PutObjectCommand).resolves({});
    lies(serialiseManifest(MANIFEST));
    await keep(MANIFEST, { kind: 'etag', etag: 'm0' });
    const input = mock.commandCalls(PutObjectCommand)[0]?.args[0].input;
    expect(input).toMatchObject({ IfMatch: '"m0"' });
    expect(input).not.toHaveProperty('IfNoneMatch');
  });

  it('stays as an earlier attempt wrote it', async () => {
    const earlier = { ...MANIFEST, source: { ...RICH, tags: {} } };
    mock.on(PutObjectCommand).rejects(fails(412, 'PreconditionFailed'));
    lies(serialiseManifest(earlier));
    expect(await keep(MANIFEST, ABSENT)).toEqual({ kind: 'kept', manifest: earlier });
  });

  it.each([
    ['another intent', { ...MANIFEST, intentId: 'other' }],
    ['another kind', { ...MANIFEST, kind: 'isolate' } as const],
  ])('is not kept where %s lies under its key', async (_title, other) => {
    mock.on(PutObjectCommand).resolves({});
    lies(serialiseManifest(other));
    await expect(keep(MANIFEST, ABSENT)).rejects.toThrow('is not in quarantine');
  });

  it.each(['{', '{"v":2}', ''])('is not kept where `%s` comes back', async (text) => {
    mock.on(PutObjectCommand).resolves({});
    lies(text);
    await expect(keep(MANIFEST, ABSENT)).rejects.toThrow(`s3://quarantine/${KEY}`);
  });

  it('is not kept where it is gone again', async () => {
    mock.on(PutObjectCommand).resolves({});
    mock.on(GetObjectCommand).rejects(fails(404, 'NoSuchKey'));
    await expect(keep(MANIFEST, ABSENT)).rejects.toThrow('is not in quarantine');
  });

  it('may be refused', async () => {
    mock.on(PutObjectCommand).rejects(fails(400, 'KMS.DisabledException'));
    expect(await keep(MANIFEST, ABSENT)).toEqual({
      kind: 'refused',
      code: 'KMS.DisabledException',
      words: 'as AWS says it',
    });
  });

  it.each([
    ['a race', 409, 'ConditionalRequestConflict'],
    ['a server error', 500, 'InternalError'],
  ])('is left to another try after %s', async (_title, status, name) => {
    mock.on(PutObjectCommand).rejects(fails(status, name));
    await expect(keep(MANIFEST, ABSENT)).rejects.toMatchObject({ name });
  });
});

describe('reading a manifest', () => {
  it('tells what it says, and the ETag that it may be replaced by', async () => {
    lies(serialiseManifest(MANIFEST));
    expect(await read('payroll-2026', MANIFEST.intentId)).toEqual({
      manifest: MANIFEST,
      etag: 'm1',
    });
  });

  it('finds none', async () => {
    mock.on(GetObjectCommand).rejects(fails(404, 'NoSuchKey'));
    expect(await read('payroll-2026', MANIFEST.intentId)).toBeUndefined();
  });

  it('does not take a refusal for none', async () => {
    mock.on(GetObjectCommand).rejects(fails(403, 'AccessDenied'));
    await expect(read('payroll-2026', 'i')).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});
