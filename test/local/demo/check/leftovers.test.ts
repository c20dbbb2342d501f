import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import type { CheckedUpload } from '../../../../local/demo/check/check-upload.ts';
import type { Ending } from '../../../../local/demo/check/ending.ts';
import { findLeftovers } from '../../../../local/demo/check/leftovers.ts';
import { createInProcessS3 } from '../../../../local/front/in-process-s3.ts';

const MOVED: Ending = { how: 'quarantined', rule: 'r', requirement: 'encryption' };
const ISOLATED: Ending = { ...MOVED, how: 'isolated' };

/** What is left in a bucket and in quarantine, after one object ended so. */
const leftAfter = async (
  ending: Ending,
  puts: readonly (readonly [bucket: string, key: string])[],
  uploads: readonly string[] = [],
) => {
  const { s3, model } = createInProcessS3();
  const CreateBucketConfiguration = { LocationConstraint: 'eu-west-1' } as const;
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  for (const Bucket of ['ours', 'quarantine']) {
    await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  }
  for (const [Bucket, Key] of puts) await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
  for (const Key of uploads)
    await s3.send(new CreateMultipartUploadCommand({ Bucket: 'ours', Key }));
  const upload = { bucket: 'ours', key: 'k' } as CheckedUpload['upload'];
  return findLeftovers(model.state(), {
    buckets: ['ours', 'not-made'],
    keys: [{ bucket: 'ours', key: 'k' }],
    uploads: [{ upload, ending, intentId: 'i' }],
    quarantine: { bucket: 'quarantine' },
  });
};

const PUT = ['ours', 'k'] as const;
const COPY = ['quarantine', 'ours/i/object'] as const;
const MANIFEST = ['quarantine', 'ours/i/manifest.json'] as const;

describe('what is left over', () => {
  it.each([
    ['what was put, however often', ISOLATED, [PUT, PUT, MANIFEST], []],
    ['one copy and one manifest of what was moved', MOVED, [COPY, MANIFEST], []],
    ['a key that nobody put', ISOLATED, [PUT, ['ours', 'k2']], ['ours/k2']],
    ['a copy of what was not moved', ISOLATED, [PUT, COPY], ['quarantine/ours/i/object']],
    [
      'a copy for another order',
      MOVED,
      [COPY, MANIFEST, ['quarantine', 'ours/other/object']],
      ['quarantine/ours/other/object'],
    ],
  ] as const)('%s', async (_title, ending, puts, strange) => {
    expect(await leftAfter(ending, puts)).toEqual({ strange, openUploads: 0, olderCopies: 0 });
  });

  it('counts open uploads of what was put, and names others', async () => {
    expect(await leftAfter(ISOLATED, [PUT], ['k', 'k', 'other'])).toEqual({
      strange: ['an upload of ours/other'],
      openUploads: 2,
      olderCopies: 0,
    });
  });

  it('counts what lies below a copy and its manifest', async () => {
    expect(await leftAfter(MOVED, [COPY, COPY, MANIFEST, MANIFEST, COPY])).toEqual({
      strange: [],
      openUploads: 0,
      olderCopies: 3,
    });
  });
});
