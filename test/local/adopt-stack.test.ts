import { KMSClient, DescribeKeyCommand, GetKeyRotationStatusCommand } from '@aws-sdk/client-kms';
import {
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { adoptStack } from '../../local/adopt-stack.ts';
import { createAsk, textOf, type Ask } from '../../local/ask.ts';
import { startLocalAws } from '../../local/start-local-aws.ts';
import { describeWithPython } from './stand-in/python-here.ts';

const statement = { Sid: 'TlsOnly', Effect: 'Deny', Principal: '*', Action: 's3:*' };

const template = {
  Resources: {
    QuarantineKey: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } },
    QuarantineBucket: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': ['QuarantineKey', 'Arn'] },
              },
              BucketKeyEnabled: true,
              BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] },
            },
          ],
        },
      },
    },
    QuarantineBucketPolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'QuarantineBucket' },
        PolicyDocument: {
          Statement: [{ ...statement, Resource: { 'Fn::GetAtt': ['QuarantineBucket', 'Arn'] } }],
        },
      },
    },
    AuditBucket: { Type: 'AWS::S3::Bucket' },
  },
};

const deploy = async (ask: Ask): Promise<void> => {
  const StackName = 'adopted';
  await ask.query('cloudformation', 'CreateStack', {
    StackName,
    TemplateBody: JSON.stringify(template),
  });
  for (;;) {
    const { Stacks } = await ask.query('cloudformation', 'DescribeStacks', { StackName });
    const status = textOf(Stacks?.['member']?.['StackStatus']);
    if (!status.endsWith('IN_PROGRESS')) return expect(status).toBe('CREATE_COMPLETE');
    await delay(20);
  }
};

describeWithPython('adoptStack', () => {
  it('brings the quarantine bucket and its key into the model, as the template has them, and no more', async () => {
    const aws = await startLocalAws();
    const s3 = new S3Client(aws.clientConfig);
    const kms = new KMSClient(aws.clientConfig);
    try {
      await deploy(createAsk(aws.url, aws.account, aws.region));
      const { buckets, keys } = await adoptStack(aws, 'adopted');
      const [Bucket = ''] = buckets;
      const [KeyId = ''] = keys;
      expect(aws.model.state().buckets.keySeq().toArray()).toStrictEqual([Bucket]);
      expect(aws.model.state().keys.keySeq().toArray()).toStrictEqual([KeyId]);

      const { Status } = await s3.send(new GetBucketVersioningCommand({ Bucket }));
      expect(Status).toBe('Enabled');
      const { Policy = '' } = await s3.send(new GetBucketPolicyCommand({ Bucket }));
      expect(JSON.parse(Policy)).toMatchObject({
        Statement: [{ ...statement, Resource: `arn:aws:s3:::${Bucket}` }],
      });
      await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
      expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'a' }))).toMatchObject({
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: KeyId,
        BucketKeyEnabled: true,
      });
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      expect(KeyMetadata?.KeyManager).toBe('CUSTOMER');
      const rotation = await kms.send(new GetKeyRotationStatusCommand({ KeyId }));
      expect(rotation.KeyRotationEnabled).toBe(true);

      await adoptStack(aws, 'adopted'); // as after a second deployment
      await s3.send(new HeadObjectCommand({ Bucket, Key: 'a' }));
    } finally {
      s3.destroy();
      kms.destroy();
      await aws.stop();
    }
  }, 60_000);
});
