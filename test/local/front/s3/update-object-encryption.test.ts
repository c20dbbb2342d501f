import * as S3 from '@aws-sdk/client-s3';
import { CreateAliasCommand, CreateKeyCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REGION, startWithClients, stopAll, type FrontWithClients } from '../with-front.ts';

const Bucket = 'sealed';
const Key = 'a/b c.bin';

describe('UpdateObjectEncryption', () => {
  let aws: FrontWithClients;
  let keyArn = '';
  let version: S3.PutObjectCommandOutput;
  const Body = Buffer.from('bytes \u0000 that must survive');

  beforeAll(async () => {
    aws = await startWithClients();
    const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
    await aws.s3.send(new S3.CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    await aws.s3.send(new S3.PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    const { KeyMetadata } = await aws.kms.send(new CreateKeyCommand({}));
    keyArn = KeyMetadata?.Arn ?? '';
    await aws.kms.send(new CreateAliasCommand({ AliasName: 'alias/sealed', TargetKeyId: keyArn }));
    const object = {
      Body,
      Metadata: { owner: 'ada' },
      Tagging: 'a=b',
      StorageClass: 'STANDARD_IA',
    } as const;
    version = await aws.s3.send(new S3.PutObjectCommand({ Bucket, Key, ...object }));
  });
  afterAll(() => stopAll(aws));

  const look = async () => {
    const { $metadata: _h, ...head } = await aws.s3.send(new S3.HeadObjectCommand({ Bucket, Key }));
    const { TagSet } = await aws.s3.send(new S3.GetObjectTaggingCommand({ Bucket, Key }));
    const got = await aws.s3.send(new S3.GetObjectCommand({ Bucket, Key }));
    const bytes = Buffer.from((await got.Body?.transformToByteArray()) ?? []);
    const list = await aws.s3.send(new S3.ListObjectVersionsCommand({ Bucket }));
    return { head, TagSet, bytes, versions: list.Versions?.length };
  };
  const update = (KMSKeyArn: string) =>
    aws.s3.send(
      new S3.UpdateObjectEncryptionCommand({
        Bucket,
        Key,
        VersionId: version.VersionId,
        ObjectEncryption: { SSEKMS: { KMSKeyArn, BucketKeyEnabled: true } },
      }),
    );

  it('changes the encryption and nothing else', async () => {
    const before = await look();
    expect(before.head.ServerSideEncryption).toBe('AES256');
    await update(keyArn);
    const after = await look();
    expect(after.head).toEqual({
      ...before.head,
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: keyArn,
      BucketKeyEnabled: true,
    });
    expect(after.bytes.equals(Body)).toBe(true);
    expect(after.head.VersionId).toBe(version.VersionId);
    expect(after.head.LastModified).toEqual(before.head.LastModified);
    expect(after.TagSet).toEqual(before.TagSet);
    expect(after.versions).toBe(1);
  });

  it('refuses an alias and leaves the object as it was', async () => {
    const before = await look();
    await expect(update('alias/sealed')).rejects.toMatchObject({
      $metadata: { httpStatusCode: 400 },
    });
    expect(await look()).toEqual(before);
  });
});
