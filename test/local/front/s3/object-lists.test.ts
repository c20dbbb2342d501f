import * as S3 from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REGION, startWithClients, stopAll, type FrontWithClients } from '../with-front.ts';

const Bucket = 'objects';

describe('parts, tags, lists and deletions go through the wire', () => {
  let aws: FrontWithClients;
  const send: S3.S3Client['send'] = (...args: unknown[]) => aws.s3.send(...(args as [never]));
  beforeAll(async () => {
    aws = await startWithClients();
    const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
    await send(new S3.CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    await send(
      new S3.PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
    );
  });
  afterAll(() => stopAll(aws));

  it('an upload in parts', async () => {
    const Key = 'parts';
    const { UploadId } = await send(new S3.CreateMultipartUploadCommand({ Bucket, Key }));
    const upload = { Bucket, Key, UploadId };
    const { ETag } = await send(
      new S3.UploadPartCommand({ ...upload, PartNumber: 1, Body: 'all' }),
    );
    const listed = await send(new S3.ListPartsCommand(upload));
    expect(listed.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([[1, 3]]);
    const done = await send(
      new S3.CompleteMultipartUploadCommand({
        ...upload,
        MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
      }),
    );
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-1"$/);
    const { UploadId: other } = await send(new S3.CreateMultipartUploadCommand({ Bucket, Key }));
    const uploads = await send(new S3.ListMultipartUploadsCommand({ Bucket }));
    expect(uploads.Uploads?.map((one) => one.UploadId)).toEqual([other]);
    const copied = await send(
      new S3.UploadPartCopyCommand({
        Bucket,
        Key,
        UploadId: other,
        PartNumber: 1,
        CopySource: `${Bucket}/parts`,
      }),
    );
    expect(copied.CopyPartResult?.ETag).toBe(ETag);
    await send(new S3.AbortMultipartUploadCommand({ Bucket, Key, UploadId: other }));
    expect((await send(new S3.ListMultipartUploadsCommand({ Bucket }))).Uploads).toBeUndefined();
  });

  it('tags, attributes, ACL, deletions, markers and pages', async () => {
    const Key = 'page/1';
    const { VersionId } = await send(new S3.PutObjectCommand({ Bucket, Key, Body: '1' }));
    await send(new S3.PutObjectCommand({ Bucket, Key: 'page/2', Body: '2' }));
    const TagSet = [{ Key: 'ü', Value: '<&"\'>' }];
    await send(new S3.PutObjectTaggingCommand({ Bucket, Key, VersionId, Tagging: { TagSet } }));
    expect((await send(new S3.GetObjectTaggingCommand({ Bucket, Key }))).TagSet).toEqual(TagSet);
    await send(new S3.DeleteObjectTaggingCommand({ Bucket, Key }));
    expect((await send(new S3.GetObjectTaggingCommand({ Bucket, Key }))).TagSet).toEqual([]);
    const ObjectAttributes: S3.ObjectAttributes[] = ['ETag', 'ObjectSize', 'StorageClass'];
    const attributes = await send(
      new S3.GetObjectAttributesCommand({ Bucket, Key, ObjectAttributes }),
    );
    expect(attributes).toMatchObject({ ObjectSize: 1, StorageClass: 'STANDARD' });
    const acl = await send(new S3.GetObjectAclCommand({ Bucket, Key }));
    expect(acl.Grants?.map((grant) => [grant.Grantee?.Type, grant.Permission])).toEqual([
      ['CanonicalUser', 'FULL_CONTROL'],
    ]);

    const list = { Bucket, Prefix: 'page/', MaxKeys: 1 };
    const first = await send(new S3.ListObjectsV2Command(list));
    expect([first.KeyCount, first.IsTruncated]).toEqual([1, true]);
    const next = { ...list, ContinuationToken: first.NextContinuationToken };
    const second = await send(new S3.ListObjectsV2Command(next));
    expect(second.Contents?.map((one) => one.Key)).toEqual(['page/2']);
    const folders = await send(new S3.ListObjectsV2Command({ Bucket, Delimiter: '/' }));
    expect(folders.CommonPrefixes).toEqual([{ Prefix: 'page/' }]);

    const removed = await send(new S3.DeleteObjectCommand({ Bucket, Key }));
    expect(removed.DeleteMarker).toBe(true);
    await expect(send(new S3.HeadObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
      name: 'NotFound',
      $metadata: { httpStatusCode: 404 },
      $response: { headers: { 'x-amz-delete-marker': 'true' } },
    });
    await send(
      new S3.DeleteObjectsCommand({
        Bucket,
        Delete: { Objects: [{ Key: 'page/2' }, { Key, VersionId }] },
      }),
    );
    const versions = await send(new S3.ListObjectVersionsCommand({ Bucket, Prefix: 'page/' }));
    expect(versions.Versions?.map((one) => one.Key)).toEqual(['page/2']);
    expect(versions.DeleteMarkers?.map((one) => one.Key)).toEqual(['page/1', 'page/2']);
  });
});
