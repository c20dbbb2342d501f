import { describe, expect, it } from '@jest/globals';
import { decideRequest } from './decide-request.ts';
import type { PackagedStack } from './packaged-stack.ts';
import { allowedActions, roleStatements } from './policies.ts';
import { sourceKey, targetKey } from './sample-policy.ts';

const ROLES = ['CopyObjectRole', 'QuarantineObjectRole', 'ReleaseRole'] as const;

const LISTED = {
  CopyObjectRole: ['payroll-', 'payroll-2026', 'archive'],
  QuarantineObjectRole: ['uploads-1', 'archive'],
  ReleaseRole: ['uploads-1', 'archive'],
};
const ALIKE = ['payroll', 'my-payroll-1', 'archive-2', 'archiv', 'uploads-', 'uploads-10', 'other'];

const viaS3 = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' };
const anyKey = 'arn:aws:kms:eu-west-1:111122223333:key/any';

/** What the writers that were opted in may do, and the people who release. */
export const describeWriters = (stack: () => PackagedStack): void => {
  type Context = Readonly<Record<string, string>>;
  const decide = (role: string, action: string, resource: string, context: Context = {}) =>
    decideRequest(stack().plain, roleStatements(stack().plain, role), {
      principal: `arn:aws:iam::111122223333:role/${role}`,
      action,
      resource,
      context,
    });
  const s3ActionsOf = (role: string) =>
    allowedActions(stack().plain, role).filter((action) => action.startsWith('s3:'));
  // an object action asked of a bucket is nothing that S3 would ask, and harmless
  const everywhereIn = (bucket: string) => [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/a/b`];
  const allowedIn = (role: string, bucket: string, context?: Context) =>
    everywhereIn(bucket).flatMap((resource) =>
      s3ActionsOf(role)
        .filter((action) => decide(role, action, resource, context) === 'allow')
        .map((action) => `${action} ${resource}`),
    );

  describe.each(ROLES)('%s', (role) => {
    it('reaches the buckets that were listed, wildcards and all', () => {
      for (const bucket of LISTED[role]) {
        expect(decide(role, 's3:GetObjectVersion', `arn:aws:s3:::${bucket}/a/b`)).toBe('allow');
        expect(decide(role, 's3:ListBucketVersions', `arn:aws:s3:::${bucket}`)).toBe('allow');
      }
    });

    it('touches no bucket that was not', () => {
      expect(ALIKE.flatMap((bucket) => allowedIn(role, bucket))).toEqual([]);
    });

    it('touches none of the stack’s own, whatever was listed', () => {
      for (const bucket of ['auditbucket', 'serverlessdeploymentbucket']) {
        for (const resource of everywhereIn(bucket)) {
          expect(decide(role, 's3:GetObject', resource)).toBe('deny');
        }
      }
    });

    it('touches no listed bucket of another account', () => {
      const elsewhere = { 'aws:ResourceAccount': '999999999999' };
      expect(LISTED[role].flatMap((bucket) => allowedIn(role, bucket, elsewhere))).toEqual([]);
    });

    it('may never bypass a lock or write a bucket policy, whoever allows it', () => {
      for (const [action, resource] of [
        ['s3:BypassGovernanceRetention', 'arn:aws:s3:::archive/a'],
        ['s3:PutBucketPolicy', 'arn:aws:s3:::archive'],
      ] as const) {
        expect(decide(role, action, resource)).toBe('deny');
      }
    });

    it('uses keys only through S3', () => {
      const keys = ['QuarantineKey', 'any'].map((id) => anyKey.replace('any', id));
      const actions = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptTo'];
      for (const key of [targetKey, sourceKey, ...keys]) {
        for (const action of actions) expect(decide(role, action, key)).toBe('nothing');
      }
    });

    it('writes only under the policy’s targets or the key of the quarantine', () => {
      const may = (key: string) => decide(role, 'kms:GenerateDataKey', key, viaS3);
      expect([may(sourceKey), may(anyKey)]).toEqual(['nothing', 'nothing']);
      expect(may(targetKey)).toBe(role === 'QuarantineObjectRole' ? 'nothing' : 'allow');
      const quarantineKey = anyKey.replace('any', 'QuarantineKey');
      expect(may(quarantineKey)).toBe(role === 'CopyObjectRole' ? 'nothing' : 'allow');
    });

    it('touches only its own items of the state table', () => {
      const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/StateTable';
      const may = (key: string) =>
        decide(role, 'dynamodb:PutItem', table, { 'dynamodb:LeadingKeys': key });
      expect([may('copy#1'), may('sweep#1')]).toEqual(['allow', 'nothing']);
      expect(may('breaker#payroll')).toBe(role === 'ReleaseRole' ? 'nothing' : 'allow');
    });
  });

  describe('deleting', () => {
    it.each(['CopyObjectRole', 'ReleaseRole'])('is denied to %s, whoever allows it', (role) => {
      for (const resource of everywhereIn('archive')) {
        for (const action of ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:DeleteBucket']) {
          expect(decide(role, action, resource)).toBe('deny');
        }
      }
    });

    it('is allowed to QuarantineObjectRole in the listed buckets, and denied in quarantine', () => {
      const may = (resource: string) =>
        decide('QuarantineObjectRole', 's3:DeleteObjectVersion', resource);
      expect(may('arn:aws:s3:::archive/a')).toBe('allow');
      expect(may('arn:aws:s3:::quarantinebucket/a')).toBe('deny');
    });

    it('is allowed to no other role of the stack', () => {
      const deleting = [
        'JudgeObjectRole',
        'ReencryptObjectRole',
        'CloseDeadLetterRole',
        ...ROLES,
      ].filter((role) => s3ActionsOf(role).some((action) => action.includes('Delete')));
      expect(deleting).toEqual(['QuarantineObjectRole']);
    });
  });

  it('CopyObjectRole reads under source and target keys, and under no other', () => {
    const may = (key: string) => decide('CopyObjectRole', 'kms:Decrypt', key, viaS3);
    expect([sourceKey, targetKey, anyKey].map(may)).toEqual(['allow', 'allow', 'nothing']);
  });

  it('QuarantineObjectRole reads under any key of the account, and of no other', () => {
    const may = (key: string) => decide('QuarantineObjectRole', 'kms:Decrypt', key, viaS3);
    const foreign = anyKey.replace('111122223333', '999999999999');
    expect([anyKey, foreign].map(may)).toEqual(['allow', 'nothing']);
  });
};
