import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, keyArnIn, put, textOf } from '../world.ts';

const copy = { Bucket: BUCKET, Key: 'copy', CopySource: `${BUCKET}/a` };

const self = { ...copy, Key: 'a' };

describe('copies onto themselves', () => {
  it('a copy onto itself that changes nothing is refused with 400 [copy/self]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const refusal = { status: 400, code: 'InvalidRequest' };
    expect(world.s3Refuses('CopyObject', self)).toMatchObject(refusal);
    expect(
      world.s3Refuses('CopyObject', { ...self, TaggingDirective: 'REPLACE', Tagging: 'a=b' }),
    ).toMatchObject(refusal);
    for (const change of [
      { MetadataDirective: 'REPLACE' },
      { StorageClass: 'STANDARD' },
      { WebsiteRedirectLocation: '/b' },
      { ServerSideEncryption: 'AES256' },
    ] as const) {
      expect(world.s3('CopyObject', { ...self, ...change }).CopyObjectResult).toBeDefined();
    }
  });

  it('a bucket default that somebody chose makes the copy onto itself legal [copy/self-with-default]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const key = keyArnIn(world);
    const byDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key } as const;
    world.s3('PutBucketEncryption', {
      Bucket: BUCKET,
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: byDefault }],
      },
    });
    expect(world.s3('CopyObject', self).SSEKMSKeyId).toBe(key);
    world.s3('DeleteBucketEncryption', { Bucket: BUCKET });
    expect(world.s3Refuses('CopyObject', self).status).toBe(400);
  });

  it('copying an older version onto its key makes a new current version of it [copy/older-version]', () => {
    const world = createBucketWorld('Enabled');
    const { VersionId } = put(world, 'a', 'one');
    put(world, 'a', 'two');
    const output = world.s3('CopyObject', {
      ...self,
      CopySource: `${BUCKET}/a?versionId=${VersionId}`,
    });
    expect(output.CopySourceVersionId).toBe(VersionId);
    expect(output.VersionId).not.toBe(VersionId);
    expect([textOf(world, 'a'), textOf(world, 'a', VersionId)]).toStrictEqual(['one', 'one']);
    expect(world.s3('ListObjectVersions', { Bucket: BUCKET }).Versions).toHaveLength(3);
  });
});
