import { beforeEach, describe, expect, it } from '@jest/globals';
import { S3Client, S3ServiceException, UpdateObjectEncryptionCommand } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { createUpdateObjectEncryption } from '../../aws/update-object-encryption.ts';
import type { UpdateEncryption } from '../../core/orders/order.ts';
import { ACCOUNT, keyArn, makeViolation } from '../made/facts.ts';

const s3 = mockClient(S3Client);
const update = createUpdateObjectEncryption(new S3Client({ region: 'eu-west-1' }), ACCOUNT);
const ORDER: UpdateEncryption = {
  kind: 'update-encryption',
  ref: { bucket: 'b', key: '/../k', versionId: 'v1' },
  pin: { kind: 'version', versionId: 'v1' },
  because: makeViolation(),
  policyHash: 'hash',
  intentId: 'intent',
  to: { algorithm: 'aws:kms', keyArn: keyArn('target'), bucketKey: false },
};
const fails = (status: number, name: string) =>
  new S3ServiceException({
    name,
    message: 'as AWS says it',
    $fault: 'client',
    $metadata: { httpStatusCode: status },
  });
const inputs = () =>
  s3.commandCalls(UpdateObjectEncryptionCommand).map(({ args }) => args[0].input);

beforeEach(() => {
  s3.reset();
  s3.onAnyCommand().rejects('unstubbed call');
});

it('updates exactly the version of the order, and always says whether a bucket key is wanted', async () => {
  s3.on(UpdateObjectEncryptionCommand).resolves({});
  expect(await update(ORDER)).toEqual({ kind: 'applied' });
  expect(inputs()).toEqual([
    {
      Bucket: 'b',
      Key: '/../k',
      VersionId: 'v1',
      ObjectEncryption: { SSEKMS: { KMSKeyArn: keyArn('target'), BucketKeyEnabled: false } },
      ExpectedBucketOwner: ACCOUNT,
    },
  ]);
});

it('names no version where the bucket never had any', async () => {
  s3.on(UpdateObjectEncryptionCommand).resolves({});
  await update({ ...ORDER, ref: { bucket: 'b', key: 'k' } });
  expect(inputs()[0]).not.toHaveProperty('VersionId');
});

describe('the outcome', () => {
  it.each([
    ['deleted meanwhile', 404, 'NoSuchKey', { kind: 'superseded' }],
    ['the version is gone', 404, 'NoSuchVersion', { kind: 'superseded' }],
    ['a delete marker', 405, 'MethodNotAllowed', { kind: 'superseded' }],
    [
      'a disabled key',
      400,
      'KMS.DisabledException',
      { kind: 'refused', code: 'KMS.DisabledException', words: 'as AWS says it' },
    ],
    [
      'a source that cannot be updated',
      400,
      'InvalidRequest',
      { kind: 'refused', code: 'InvalidRequest' },
    ],
    ['no right, or Object Lock', 403, 'AccessDenied', { kind: 'refused', code: 'AccessDenied' }],
  ] as const)('%s', async (_title, status, name, outcome) => {
    s3.on(UpdateObjectEncryptionCommand).rejects(fails(status, name));
    expect(await update(ORDER)).toMatchObject(outcome);
  });

  it.each([
    ['throttling', 503, 'SlowDown'],
    ['KMS throttling', 400, 'KMS.ThrottlingException'],
    ['an expired token', 400, 'ExpiredToken'],
    ['a conflict', 409, 'OperationAborted'],
    ['a server error', 500, 'InternalError'],
  ])('is left open by %s: the queue tries again', async (_title, status, name) => {
    s3.on(UpdateObjectEncryptionCommand).rejects(fails(status, name));
    await expect(update(ORDER)).rejects.toMatchObject({ name });
  });
});
