import { describe, expect, it } from '@jest/globals';
import { decideRequest } from './decide-request.ts';
import type { PackagedStack } from './packaged-stack.ts';
import { resourceStatements, type Statement } from './policies.ts';
import { propertiesOf } from './template.ts';

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const STRANGERS = [
  role('admin'),
  role('sealward-dev-eu-west-1-copy-object'),
  role('sealward-dev-eu-west-1-judge-object'),
  role('sealward-dev-eu-west-1-release-2'),
  'arn:aws:iam::111122223333:root',
  'arn:aws:iam::999999999999:role/sealward-dev-eu-west-1-release',
];
const TRUSTED = [
  role('sealward-dev-eu-west-1-quarantine-object'),
  role('sealward-dev-eu-west-1-release'),
];
// IAM allows it everything: only a policy of the bucket or the key can stop it.
const ADMIN: Statement = {
  where: 'admin',
  effect: 'Allow',
  actions: ['*'],
  resources: ['*'],
  condition: {},
  principal: undefined,
};

/** Where moved objects wait. */
export const describeQuarantine = (stack: () => PackagedStack): void => {
  const policyOf = (id: string) =>
    resourceStatements(stack().plain).filter(({ where }) => where.startsWith(`${id}.`));
  const decide = (id: string, principal: string, action: string, resource: string) =>
    decideRequest(stack().plain, [ADMIN, ...policyOf(id)], { principal, action, resource });
  const [bucket, object] = [
    'arn:aws:s3:::quarantinebucket',
    'arn:aws:s3:::quarantinebucket/b/i/object',
  ];
  const key = 'arn:aws:kms:eu-west-1:111122223333:key/QuarantineKey';

  describe('the quarantine bucket', () => {
    it.each([
      ['s3:GetObject', object],
      ['s3:GetObjectVersion', object],
      ['s3:GetObjectTagging', object],
      ['s3:GetObjectAnnotation', object],
      ['s3:PutObject', object],
      ['s3:PutObjectTagging', object],
      ['s3:DeleteObject', object],
      ['s3:DeleteObjectVersion', object],
      ['s3:UpdateObjectEncryption', object],
      ['s3:RestoreObject', object],
      ['s3:ReplicateObject', object],
      ['s3:BypassGovernanceRetention', object],
      ['s3:ListBucket', bucket],
      ['s3:ListBucketVersions', bucket],
    ])('answers %s to the quarantine and the release role alone', (action, resource) => {
      const to = (principal: string) =>
        decide('QuarantineBucketPolicy', principal, action, resource);
      expect(STRANGERS.map(to)).toEqual(STRANGERS.map(() => 'deny'));
      expect(TRUSTED.map(to)).toEqual(['allow', 'allow']);
    });

    it.each([
      's3:PutBucketPolicy',
      's3:GetBucketPolicy',
      's3:DeleteBucket',
      's3:GetBucketTagging',
      's3:ListBucketMultipartUploads', // what never became an object can be found and aborted
    ])('leaves %s to the account, so that nobody locks himself out', (action) => {
      expect(decide('QuarantineBucketPolicy', role('admin'), action, bucket)).toBe('allow');
    });

    it('is versioned, under its own key, closed to the public, to ACLs and to SSE-C, and expires nothing', () => {
      expect(propertiesOf(stack().plain, 'QuarantineBucket')).toMatchObject({
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': ['QuarantineKey', 'Arn'] },
              },
              BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] },
            },
          ],
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        LifecycleConfiguration: {
          Rules: [
            {
              Id: 'abandoned-uploads',
              Status: 'Enabled',
              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
            },
          ],
        },
      });
    });

    it.each(['QuarantineBucket', 'QuarantineBucketPolicy', 'QuarantineKey'])(
      'stays when the stack is removed: %s',
      (id) => {
        expect(stack().plain.Resources[id]).toMatchObject({
          DeletionPolicy: 'RetainExceptOnCreate',
          UpdateReplacePolicy: 'Retain',
        });
      },
    );
  });

  describe('the key of the quarantine', () => {
    it.each(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom'])(
      'serves %s to the quarantine and the release role alone',
      (action) => {
        const to = (principal: string) => decide('QuarantineKey', principal, action, key);
        expect(STRANGERS.map(to)).toEqual(STRANGERS.map(() => 'deny'));
        expect(TRUSTED.map(to)).toEqual(['allow', 'allow']);
      },
    );

    it('rotates, and stays the account’s to manage', () => {
      expect(propertiesOf(stack().plain, 'QuarantineKey')['EnableKeyRotation']).toBe(true);
      expect(decide('QuarantineKey', role('admin'), 'kms:PutKeyPolicy', key)).toBe('allow');
    });
  });

  it('is filled by names that are the roles’ own', () => {
    for (const id of ['QuarantineObjectRole', 'ReleaseRole']) {
      expect(TRUSTED).toContain(role(String(propertiesOf(stack().plain, id)['RoleName'])));
    }
  });
};
