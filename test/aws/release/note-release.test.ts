import {
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { createNoteRelease } from '../../../aws/release/note-release.ts';
import { createReadText } from '../../../aws/release/read-text.ts';
import { parseRelease } from '../../../core/release/parse-release.ts';
import { INTENT, RELEASED } from '../../core/release/made.ts';
import { ACCOUNT, keyArn } from '../../made/facts.ts';

const s3Mock = mockClient(S3Client);
const s3 = new S3Client({ region: 'eu-west-1' });
const note = createNoteRelease(s3, ACCOUNT, { bucket: 'q', keyArn: keyArn('quarantine') });

const failing = (name: string, httpStatusCode: number) =>
  new S3ServiceException({ name, message: 'no', $fault: 'client', $metadata: { httpStatusCode } });

beforeEach(() => {
  s3Mock.reset();
  s3Mock.onAnyCommand().rejects('unstubbed call');
});

describe('createNoteRelease', () => {
  it('writes it once, beside the manifest, under the key of the quarantine', async () => {
    s3Mock.on(PutObjectCommand).resolves({});
    await note('payroll', RELEASED);
    const { Body, ...input } = s3Mock.commandCalls(PutObjectCommand)[0]?.args[0].input ?? {};
    expect(input).toMatchObject({
      Bucket: 'q',
      Key: `payroll/${INTENT}/release.json`,
      IfNoneMatch: '*',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: keyArn('quarantine'),
      ExpectedBucketOwner: ACCOUNT,
    });
    expect(typeof Body === 'string' && parseRelease(Body)).toEqual(RELEASED);
  });

  it('leaves the one that is there', async () => {
    s3Mock.on(PutObjectCommand).rejects(failing('PreconditionFailed', 412));
    await expect(note('payroll', RELEASED)).resolves.toBeUndefined();
  });

  it('throws what stands in its way', async () => {
    s3Mock.on(PutObjectCommand).rejects(failing('AccessDenied', 403));
    await expect(note('payroll', RELEASED)).rejects.toThrow('no');
  });
});

describe('createReadText', () => {
  const read = createReadText(s3, ACCOUNT, 'q');

  it('reads the text of an object', async () => {
    s3Mock
      .on(GetObjectCommand, { Bucket: 'q', Key: 'k', ExpectedBucketOwner: ACCOUNT })
      .resolves({ Body: { transformToString: () => Promise.resolve('text') } as never });
    expect(await read('k')).toBe('text');
  });

  it('has none of an object that is not there', async () => {
    s3Mock.on(GetObjectCommand).rejects(failing('NoSuchKey', 404));
    expect(await read('k')).toBeUndefined();
  });

  it.each(['NoSuchBucket', 'AccessDenied'])('throws %s', async (name) => {
    s3Mock.on(GetObjectCommand).rejects(failing(name, 404));
    await expect(read('k')).rejects.toThrow('no');
  });
});
