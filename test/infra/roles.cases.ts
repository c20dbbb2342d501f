import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Metafile } from 'esbuild';
import { commandsIn } from './commands-in.ts';
import type { PackagedStack } from './packaged-stack.ts';
import { allowedActions, identityStatements, roleStatements, type Statement } from './policies.ts';
import { sourceKey, targetKey } from './sample-policy.ts';
import { actionsNeededBy } from './service-authorization.ts';
const named = (statements: readonly Statement[], name: string) =>
  statements.find(({ where }) => where.endsWith(`.${name}`));

const via = (service: string) => ({ 'Fn::Sub': `${service}.\${AWS::Region}.amazonaws.com` });

// Commands that a bundle holds and its function never sends.
const WITHHELD = [
  // an ACL or a lock goes with CopyObject only where it is carried along, and into quarantine neither is
  { role: 'QuarantineObjectRole', action: 's3:PutObjectAcl' },
  { role: 'QuarantineObjectRole', action: 's3:PutObjectRetention' },
  { role: 'QuarantineObjectRole', action: 's3:PutObjectLegalHold' },
] as const;
const WITHOUT_STATE = [
  // no circuit breaker where no table is
  { role: 'ReencryptObjectRole', action: 'dynamodb:UpdateItem' },
] as const;

/** What the functions may do. */
export const describeRoles = (stack: () => PackagedStack): void => {
  describe('a role', () => {
    it.each([
      ['judge-object', 'JudgeObjectRole'],
      ['reencrypt-object', 'ReencryptObjectRole'],
      ['close-dead-letter', 'CloseDeadLetterRole'],
      ['copy-object', 'CopyObjectRole'],
      ['quarantine-object', 'QuarantineObjectRole'],
    ])('of %s may do what its bundle can do, and nothing else', async (name, role) => {
      if (stack().plain.Resources[role] === undefined) {
        expect(stack().optedIn).toBe(false);
        return;
      }
      const text = await readFile(
        join(stack().dir, 'dist', 'functions', `${name}.meta.json`),
        'utf8',
      );
      const commands = commandsIn(JSON.parse(text) as Metafile);
      expect(commands).not.toEqual([]);
      const withheld = stack().optedIn ? WITHHELD : [...WITHHELD, ...WITHOUT_STATE];
      const needed = actionsNeededBy(commands).filter(
        (action) => !withheld.some((one) => one.role === role && one.action === action),
      );
      expect(allowedActions(stack().plain, role).toSorted()).toEqual(needed.toSorted());
    });

    it('is allowed no action by a wildcard', () => {
      const wild = identityStatements(stack().everything).filter(
        ({ effect, actions }) =>
          effect === 'Allow' && actions.some((action) => action.includes('*')),
      );
      expect(wild).toEqual([]);
    });

    it('is allowed nothing on every resource, but what EC2 can only allow so', () => {
      const everywhere = identityStatements(stack().everything).filter(
        ({ effect, resources }) => effect === 'Allow' && resources.includes('*'),
      );
      expect(everywhere.flatMap(({ actions }) => actions)).toEqual([
        'ec2:DescribeNetworkInterfaces', // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
        'ec2:DescribeSubnets',
      ]);
    });

    it('reaches no other account’s buckets', () => {
      const s3 = identityStatements(stack().plain).filter(
        ({ effect, actions }) =>
          effect === 'Allow' && actions.some((action) => action.startsWith('s3:')),
      );
      expect(s3.length).toBeGreaterThan(3);
      for (const { condition } of s3) {
        expect(condition['StringEquals']).toMatchObject({
          'aws:ResourceAccount': { Ref: 'AWS::AccountId' },
        });
      }
    });
  });

  describe('the reader', () => {
    it.each([
      ['through S3', 'NeverDecryptObjects', { StringEquals: { 'kms:ViaService': via('s3') } }],
      [
        'in any other way, but through SNS and of its own environment by Lambda',
        'NeverDecryptOtherwise',
        {
          StringNotEquals: { 'kms:ViaService': via('sns') },
          Null: { 'kms:EncryptionContext:aws:lambda:FunctionArn': 'true' },
        },
      ],
    ])('is denied kms:Decrypt %s, whoever allows it', (_title, sid, condition) => {
      const deny = named(roleStatements(stack().plain, 'JudgeObjectRole'), sid);
      expect(deny).toMatchObject({ effect: 'Deny', actions: ['kms:Decrypt'], resources: ['*'] });
      expect(deny?.condition).toEqual(condition);
    });

    it('can write nothing to S3', () => {
      const s3 = allowedActions(stack().everything, 'JudgeObjectRole').filter((action) =>
        action.startsWith('s3:'),
      );
      expect(s3.filter((action) => !/^s3:(Get|List)/.test(action))).toEqual([]);
    });
  });

  describe('the writer', () => {
    const viaS3 = {
      StringEquals: { 'kms:ViaService': { 'Fn::Sub': 's3.${AWS::Region}.amazonaws.com' } },
    };

    it('encrypts only under the policy’s targets, and only through S3', () => {
      const encrypting = roleStatements(stack().plain, 'ReencryptObjectRole').filter(
        ({ actions }) =>
          ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptTo'].some((action) =>
            actions.includes(action),
          ),
      );
      expect(encrypting).toMatchObject([
        { effect: 'Allow', resources: [targetKey], condition: viaS3 },
      ]);
    });

    it('leaves only the keys that the policy lists under `rekey-from`', () => {
      expect(
        named(roleStatements(stack().plain, 'ReencryptObjectRole'), 'LeaveSources'),
      ).toMatchObject({
        actions: ['kms:Decrypt', 'kms:ReEncryptFrom'],
        resources: [sourceKey],
        condition: viaS3,
      });
    });

    it('cannot read, write, tag or delete an object', () => {
      const s3 = allowedActions(stack().plain, 'ReencryptObjectRole').filter((action) =>
        action.startsWith('s3:'),
      );
      expect(s3).toEqual(['s3:UpdateObjectEncryption']);
    });
  });
};
