import { describe, expect, it } from '@jest/globals';
import { chosenEverything } from './chosen-everything.ts';
import { evaluate } from './evaluate.ts';
import { findDanglingReferences } from './find-dangling-references.ts';
import { findUnknownProperties } from './find-unknown-properties.ts';
import type { PackagedStack } from './packaged-stack.ts';
import { propertiesOf, resourcesOf } from './template.ts';

/** The template as a whole. */
export const describeStructure = (stack: () => PackagedStack): void => {
  describe.each([
    ['with no parameter given', {}],
    ['with every parameter given', chosenEverything],
  ])('the template %s', (_title, parameters) => {
    it('has only properties that CloudFormation knows', async () => {
      expect(await findUnknownProperties(evaluate(stack().whole, parameters))).toEqual([]);
    });

    it('refers only to what is there', async () => {
      expect(await findDanglingReferences(evaluate(stack().whole, parameters))).toEqual([]);
    });
  });

  describe('what is optional', () => {
    const optional = [
      'AlertMail',
      'CodeSigningConfigArn',
      'ManagedPolicyArns',
      'PermissionsBoundary',
      'VpcAccessPolicy',
      'VpcConfig',
    ];
    const rights = ['s3:PutObject"', 's3:PutObjectAcl'];

    it('leaves no trace in the resources unless it is given', () => {
      const roles = resourcesOf(stack().plain, 'AWS::IAM::Role').filter(
        ([id]) => id !== 'LedgerDeliveryRole',
      );
      const given = stack().optedIn ? optional : [...optional, ...rights];
      const text = JSON.stringify([
        roles,
        stack().plain.Resources['AlertMail'],
        resourcesOf(stack().plain, 'AWS::Lambda::Function'),
      ]);
      expect(given.filter((word) => text.includes(word))).toEqual([]);
    });

    it('is there once it is given', () => {
      const text = JSON.stringify(stack().everything.Resources);
      expect([...optional, ...rights].filter((word) => !text.includes(word))).toEqual([]);
    });

    it('puts the permissions boundary on every role', () => {
      const roles = resourcesOf(stack().everything, 'AWS::IAM::Role');
      expect(roles).toHaveLength(stack().optedIn ? 7 : 4);
      expect(
        roles.filter(([, { PermissionsBoundary }]) => PermissionsBoundary === undefined),
      ).toEqual([]);
    });

    it('makes no audit bucket where one is named, and excludes that one from the event rule', () => {
      const resources = stack().everything.Resources;
      expect(Object.keys(resources).filter((id) => id.startsWith('AuditBucket'))).toEqual([]);
      expect(propertiesOf(stack().everything, 'ObjectCreatedRule')['EventPattern']).toMatchObject({
        detail: {
          bucket: {
            name: [
              {
                'anything-but': [
                  { Ref: 'AuditBucketName' },
                  { Ref: 'ServerlessDeploymentBucket' },
                  ...(stack().optedIn ? [{ Ref: 'QuarantineBucket' }] : []),
                ],
              },
            ],
          },
        },
      });
    });
  });
};
