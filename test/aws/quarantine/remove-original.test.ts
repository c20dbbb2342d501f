import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  createRemoveCurrent,
  createRemoveVersion,
} from '../../../aws/quarantine/remove-original.ts';
import { ACCOUNT } from '../../made/facts.ts';
import { fails, mockS3, s3 } from './made-s3.ts';

const { mock, reset } = mockS3();
beforeEach(reset);

const REF = { bucket: 'b', key: '/../k?versionId=x', versionId: 'v1' };
const removeCurrent = createRemoveCurrent(s3, ACCOUNT);
const removeVersion = createRemoveVersion(s3, ACCOUNT);
const inputs = () => mock.commandCalls(DeleteObjectCommand).map(({ args }) => args[0].input);

it('deletes what is current by its ETag and names no version, so that nothing is deleted for good', async () => {
  mock.on(DeleteObjectCommand).resolves({ DeleteMarker: true });
  expect(await removeCurrent(REF, 'e')).toEqual({ kind: 'done' });
  expect(inputs()).toEqual([
    { Bucket: 'b', Key: REF.key, IfMatch: '"e"', ExpectedBucketOwner: ACCOUNT },
  ]);
});

it('deletes exactly one version, and bypasses nothing', async () => {
  mock.on(DeleteObjectCommand).resolves({});
  expect(await removeVersion(REF)).toEqual({ kind: 'done' });
  expect(inputs()).toEqual([
    { Bucket: 'b', Key: REF.key, VersionId: 'v1', ExpectedBucketOwner: ACCOUNT },
  ]);
});

it('deletes no version that has no id', async () => {
  await expect(removeVersion({ bucket: 'b', key: 'k' })).rejects.toThrow('by its id only');
  expect(inputs()).toEqual([]);
});

describe.each([
  ['the current one', async () => removeCurrent(REF, 'e')],
  ['a version', async () => removeVersion(REF)],
] as const)('a delete of %s', (_title, remove) => {
  it.each([
    [
      'is refused under Object Lock',
      403,
      'AccessDenied',
      { kind: 'refused', code: 'AccessDenied' },
    ],
    ['finds something else there', 412, 'PreconditionFailed', { kind: 'changed' }],
    ['finds nothing there', 404, 'NoSuchKey', { kind: 'changed' }],
  ] as const)('%s', async (_what, status, name, answer) => {
    mock.on(DeleteObjectCommand).rejects(fails(status, name));
    expect(await remove()).toMatchObject({ ...answer, words: expect.stringContaining('as AWS') });
  });

  it.each([
    ['a race', 409, 'ConditionalRequestConflict'],
    ['throttling', 503, 'SlowDown'],
    ['an expired token', 400, 'ExpiredToken'],
  ])('is left to another try after %s', async (_what, status, name) => {
    mock.on(DeleteObjectCommand).rejects(fails(status, name));
    await expect(remove()).rejects.toMatchObject({ name });
  });
});
