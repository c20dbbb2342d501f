import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { createNoteRestored } from '../../../aws/release/note-restored.ts';
import { parseRestored, type Restored } from '../../../core/release/restored.ts';
import { INTENT } from '../../core/release/made.ts';
import { ACCOUNT, keyArn } from '../../made/facts.ts';

const s3Mock = mockClient(S3Client);
const s3 = new S3Client({ region: 'eu-west-1' });
const note = createNoteRestored(s3, ACCOUNT, { bucket: 'q', keyArn: keyArn('quarantine') });

beforeEach(() => {
  s3Mock.reset();
  s3Mock.onAnyCommand().rejects('unstubbed call');
});

describe('createNoteRestored', () => {
  it.each([{ versionId: 'v2' }, {}])('replaces what an earlier run has noted: %j', async (more) => {
    s3Mock.on(PutObjectCommand).resolves({});
    const restored: Restored = {
      v: 1,
      intentId: INTENT,
      at: '2026-11-24T12:00:00.000Z',
      etag: 'e',
      ...more,
    };
    await note('payroll', restored);
    const { Body, ...input } = s3Mock.commandCalls(PutObjectCommand)[0]?.args[0].input ?? {};
    expect(input).toEqual({
      Bucket: 'q',
      Key: `payroll/${INTENT}/restored/release.json`,
      ContentType: 'application/json',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: keyArn('quarantine'),
      BucketKeyEnabled: true,
      ExpectedBucketOwner: ACCOUNT,
    });
    expect(typeof Body === 'string' && parseRestored(Body)).toEqual(restored);
  });

  it('throws what stands in its way', async () => {
    await expect(note('payroll', { v: 1, intentId: INTENT, at: '', etag: 'e' })).rejects.toThrow(
      'unstubbed',
    );
  });
});

describe('parseRestored', () => {
  it.each(['', 'null', '{}', JSON.stringify({ v: 2, intentId: INTENT, at: 'x', etag: 'e' })])(
    'has none of `%s`',
    (text) => {
      expect(parseRestored(text)).toBeUndefined();
    },
  );
});
