import { describe, expect, it } from '@jest/globals';
import type { PackagedStack } from './packaged-stack.ts';
import { propertiesOf } from './template.ts';

/** Where the audit trail goes. */
export const describeLedger = (stack: () => PackagedStack): void => {
  describe('the ledger', () => {
    it.each(['AuditBucket', 'StackKey'])('keeps its %s when the stack is removed', (id) => {
      expect(stack().plain.Resources[id]).toMatchObject({
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      });
    });

    it('rests under the stack’s key and Object Lock, in a bucket that nobody can open', () => {
      expect(propertiesOf(stack().plain, 'AuditBucket')).toMatchObject({
        VersioningConfiguration: { Status: 'Enabled' },
        ObjectLockEnabled: true,
        ObjectLockConfiguration: {
          Rule: {
            DefaultRetention: {
              Mode: { Ref: 'AuditLockMode' },
              Days: { Ref: 'AuditRetentionDays' },
            },
          },
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': ['StackKey', 'Arn'] },
              },
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
      });
    });

    it('waits under the same key', () => {
      expect(propertiesOf(stack().plain, 'LedgerStream')).toMatchObject({
        DeliveryStreamType: 'DirectPut',
        DeliveryStreamEncryptionConfigurationInput: {
          KeyType: 'CUSTOMER_MANAGED_CMK',
          KeyARN: { 'Fn::GetAtt': ['StackKey', 'Arn'] },
        },
      });
    });

    it('is delivered with a role that only this account’s streams can use', () => {
      expect(
        propertiesOf(stack().plain, 'LedgerDeliveryRole')['AssumeRolePolicyDocument'],
      ).toMatchObject({
        Statement: [
          {
            Principal: { Service: 'firehose.amazonaws.com' },
            Condition: { StringEquals: { 'sts:ExternalId': { Ref: 'AWS::AccountId' } } },
          },
        ],
      });
    });
  });
};
