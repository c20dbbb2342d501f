import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectAnnotationCommand,
  GetObjectAnnotationCommand,
  ListObjectAnnotationsCommand,
  PutBucketVersioningCommand,
  PutObjectAnnotationCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { createInProcessS3 } from '../../../../local/front/in-process-s3.ts';

const Bucket = 'data-bucket';
const Key = 'a b/é';

const annotated = async () => {
  const { s3 } = createInProcessS3();
  await s3.send(
    new CreateBucketCommand({
      Bucket,
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    }),
  );
  const VersioningConfiguration = { Status: 'Enabled' as const };
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
  const put = await s3.send(
    new PutObjectAnnotationCommand({
      Bucket,
      Key,
      VersionId,
      AnnotationName: 'ünter.1',
      AnnotationPayload: '<a>&ü</a>',
      ChecksumAlgorithm: 'SHA256',
    }),
  );
  return { s3, VersionId, put };
};

describe('annotations through the SDK', () => {
  it('are put and got as they are', async () => {
    const { s3, VersionId, put } = await annotated();
    expect(put).toMatchObject({ Key, AnnotationName: 'ünter.1', ObjectVersionId: VersionId });
    const got = await s3.send(
      new GetObjectAnnotationCommand({ Bucket, Key, VersionId, AnnotationName: 'ünter.1' }),
    );
    expect(await got.AnnotationPayload?.transformToString()).toBe('<a>&ü</a>');
    expect(got).toMatchObject({ ETag: put.ETag, ObjectVersionId: VersionId, ContentLength: 10 });
  });

  it('are listed with size and checksum algorithm', async () => {
    const { s3, put } = await annotated();
    const list = await s3.send(new ListObjectAnnotationsCommand({ Bucket, Key }));
    expect(list).toMatchObject({ AnnotationCount: 1, Bucket, Key });
    expect(list.Annotations).toStrictEqual([
      {
        AnnotationName: 'ünter.1',
        Size: 10,
        ETag: put.ETag,
        ChecksumAlgorithm: ['SHA256'],
        LastModified: expect.any(Date),
      },
    ]);
  });

  it('go with a copy, are removed by name, and are missing afterwards by their own error', async () => {
    const { s3 } = await annotated();
    const CopySource = `${Bucket}/a%20b/%C3%A9`;
    await s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource }));
    const named = { Bucket, Key: 'copy', AnnotationName: 'ünter.1' };
    await s3.send(new GetObjectAnnotationCommand(named));
    await s3.send(new DeleteObjectAnnotationCommand(named));
    await expect(s3.send(new GetObjectAnnotationCommand(named))).rejects.toMatchObject({
      name: 'NoSuchAnnotation',
      $metadata: { httpStatusCode: 404 },
    });
    await s3.send(
      new CopyObjectCommand({ Bucket, Key: 'bare', CopySource, AnnotationDirective: 'EXCLUDE' }),
    );
    const { Annotations } = await s3.send(
      new ListObjectAnnotationsCommand({ Bucket, Key: 'bare' }),
    );
    expect(Annotations ?? []).toStrictEqual([]);
  });
});
