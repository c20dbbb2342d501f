import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { denyStatement, type Guard } from '../../../core/guard/deny-statement.ts';
import { isGuarded } from '../../../core/guard/is-guarded.ts';
import { parseRoleArn, partitionOf, type RoleArn } from '../../../core/guard/role-arn.ts';
import { ACCOUNT } from '../../made/facts.ts';

const role = (name: string): RoleArn => {
  const arn = parseRoleArn(`arn:aws:iam::${ACCOUNT}:role/${name}`);
  if (arn === undefined) throw new Error(`not usable in a role ARN: \`${name}\``);
  return arn;
};
const ROLES = [role('reader'), role('quarantine'), role('path/release')];
const GUARD: Guard = { bucket: 'payroll-eu', partition: 'aws', trustedRoles: ROLES };
const OURS = denyStatement(GUARD);
const NULL = { Null: { 's3:ExistingObjectTag/sealward-isolated': 'false' } };
const NOT_ROLES = { ArnNotEquals: { 'aws:PrincipalArn': ROLES } };

const policy = (...statements: readonly unknown[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const changed = (change: object): string => policy({ ...OURS, ...change });
const without = (name: keyof typeof OURS): string => {
  const { [name]: _gone, ...rest } = OURS;
  return policy(rest);
};

it('prints one statement that denies reading and tagging of marked objects to everybody else', () => {
  expect(OURS).toEqual({
    Sid: 'SealwardIsolation',
    Effect: 'Deny',
    Principal: '*',
    Action: [
      's3:GetObject',
      's3:GetObjectVersion',
      's3:PutObjectTagging',
      's3:PutObjectVersionTagging',
      's3:DeleteObjectTagging',
      's3:DeleteObjectVersionTagging',
    ],
    Resource: 'arn:aws:s3:::payroll-eu/*',
    Condition: {
      Null: { 's3:ExistingObjectTag/sealward-isolated': 'false' },
      ArnNotEquals: { 'aws:PrincipalArn': ROLES },
    },
  });
});

describe('a bucket is guarded by', () => {
  it.each([
    ['the statement as it is printed', policy(OURS)],
    [
      'a policy that holds it as its only statement, not in a list',
      JSON.stringify({ Statement: OURS }),
    ],
    ['it among others', policy({ Effect: 'Allow', Action: 's3:*' }, 7, null, OURS)],
    ['any other Sid, or none', without('Sid')],
    ['all actions', changed({ Action: 's3:*' })],
    ['all of everything', changed({ Action: '*', Resource: '*' })],
    ['patterns of actions, in any case', changed({ Action: ['S3:GETOBJECT*', 's3:*Tagging'] })],
    ['one more action', changed({ Action: [...OURS.Action, 's3:PutObject'] })],
    ['all buckets', changed({ Resource: 'arn:aws:s3:::*' })],
    ['a pattern that holds the bucket', changed({ Resource: ['x', 'arn:aws:s3:::payroll*'] })],
    ['everybody, spelt out', changed({ Principal: { AWS: ['*'] } })],
    [
      'any value of the marker',
      changed({
        Condition: { ...NOT_ROLES, StringLike: { 's3:ExistingObjectTag/sealward-isolated': '*' } },
      }),
    ],
    [
      'a boolean without quotes',
      changed({
        Condition: { ...NOT_ROLES, Null: { 's3:ExistingObjectTag/sealward-isolated': false } },
      }),
    ],
    [
      'the roles in another order',
      changed({ Condition: { ...NULL, ArnNotLike: { 'aws:principalarn': ROLES.toReversed() } } }),
    ],
    [
      'exact comparison',
      changed({ Condition: { ...NULL, StringNotEquals: { 'aws:PrincipalArn': ROLES } } }),
    ],
    ['a denial for unmarked objects too', changed({ Condition: NOT_ROLES })],
  ])('%s', (_title, text) => {
    expect(isGuarded(text, GUARD)).toBe(true);
  });
});

describe('a bucket is not guarded by', () => {
  it.each([
    ['no policy', undefined],
    ['what is no JSON', '{'],
    ['what is no policy', '"Statement"'],
    ['an empty policy', policy()],
    ['an Allow', changed({ Effect: 'Allow' })],
    ['`deny`', changed({ Effect: 'deny' })],
    ['reading alone', changed({ Action: ['s3:GetObject', 's3:GetObjectVersion'] })],
    [
      'the same actions in two statements',
      policy(
        { ...OURS, Action: OURS.Action.slice(0, 2) },
        { ...OURS, Action: OURS.Action.slice(2) },
      ),
    ],
    ['NotAction', policy({ ...OURS, Action: undefined, NotAction: 's3:PutObject' })],
    ['NotAction beside Action', changed({ NotAction: 's3:GetObject' })],
    ['an action that only begins alike', changed({ Action: ['s3:GetObjec?', 's3:*Tagging'] })],
    ['another bucket', changed({ Resource: 'arn:aws:s3:::payroll-us/*' })],
    ['a bucket whose name only begins alike', changed({ Resource: 'arn:aws:s3:::payroll-eu2/*' })],
    ['a part of the bucket', changed({ Resource: 'arn:aws:s3:::payroll-eu/public/*' })],
    ['the bucket without its objects', changed({ Resource: 'arn:aws:s3:::payroll-eu' })],
    ['one object named star', changed({ Resource: 'arn:aws:s3:::payroll-eu/${*}' })],
    ['another partition', changed({ Resource: 'arn:aws-cn:s3:::payroll-eu/*' })],
    ['NotResource', policy({ ...OURS, Resource: undefined, NotResource: 'arn:aws:s3:::x/*' })],
    ['one account', changed({ Principal: { AWS: ACCOUNT } })],
    ['NotPrincipal', policy({ ...OURS, Principal: undefined, NotPrincipal: { AWS: ROLES } })],
    ['services alone', changed({ Principal: { Service: '*' } })],
    ['no condition: our own roles would be locked out', without('Condition')],
    ['the marker alone: the same', changed({ Condition: NULL })],
    [
      'one role too many',
      changed({
        Condition: { ...NULL, ArnNotEquals: { 'aws:PrincipalArn': [...ROLES, role('other')] } },
      }),
    ],
    [
      'one role too few',
      changed({ Condition: { ...NULL, ArnNotEquals: { 'aws:PrincipalArn': ROLES.slice(1) } } }),
    ],
    [
      'a wildcard for the roles',
      changed({
        Condition: {
          ...NULL,
          ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/*` },
        },
      }),
    ],
    ['no roles', changed({ Condition: { ...NULL, ArnNotEquals: { 'aws:PrincipalArn': [] } } })],
    [
      'the roles denied instead of left out',
      changed({ Condition: { ...NULL, ArnEquals: { 'aws:PrincipalArn': ROLES } } }),
    ],
    [
      'set operators, which differ where the key is missing',
      changed({
        Condition: { ...NULL, 'ForAllValues:ArnNotEquals': { 'aws:PrincipalArn': ROLES } },
      }),
    ],
    [
      'one value of the marker',
      changed({
        Condition: {
          ...NOT_ROLES,
          StringEquals: { 's3:ExistingObjectTag/sealward-isolated': 'payroll' },
        },
      }),
    ],
    [
      'objects without the marker',
      changed({
        Condition: { ...NOT_ROLES, Null: { 's3:ExistingObjectTag/sealward-isolated': 'true' } },
      }),
    ],
    [
      'both ways at once',
      changed({
        Condition: {
          ...NOT_ROLES,
          Null: { 's3:ExistingObjectTag/sealward-isolated': ['false', 'true'] },
        },
      }),
    ],
    [
      'another tag',
      changed({
        Condition: { ...NOT_ROLES, Null: { 's3:ExistingObjectTag/Sealward-Isolated': 'false' } },
      }),
    ],
    [
      'a tag of the request',
      changed({
        Condition: { ...NOT_ROLES, Null: { 's3:RequestObjectTag/sealward-isolated': 'false' } },
      }),
    ],
    [
      'one more condition',
      changed({ Condition: { ...OURS.Condition, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
    ],
    [
      'one more key under the same operator',
      changed({
        Condition: { ...OURS.Condition, Null: { ...NULL.Null, 'aws:SourceVpc': 'false' } },
      }),
    ],
    [
      'the roles as values of another key',
      changed({ Condition: { ...NULL, ArnNotEquals: { 'aws:SourceArn': ROLES } } }),
    ],
    [
      'a marker that is called false',
      changed({
        Condition: {
          ...NOT_ROLES,
          StringEquals: { 's3:ExistingObjectTag/sealward-isolated': 'false' },
        },
      }),
    ],
    [
      'some values of the marker',
      changed({
        Condition: { ...NOT_ROLES, StringLike: { 's3:ExistingObjectTag/sealward-isolated': 'a*' } },
      }),
    ],
    [
      'a marker that is called star',
      changed({
        Condition: {
          ...NOT_ROLES,
          StringEquals: { 's3:ExistingObjectTag/sealward-isolated': '*' },
        },
      }),
    ],
    ['a principal that is no text', changed({ Principal: ['*'] })],
    ['a principal by its name', changed({ Principal: `arn:aws:iam::${ACCOUNT}:root` })],
    ['actions among which one is no text', changed({ Action: [...OURS.Action, 7] })],
    ['resources among which one is no text', changed({ Resource: [null, OURS.Resource] })],
    ['a condition that is none', changed({ Condition: { ...OURS.Condition, Bool: true } })],
    ['a member that we do not know', changed({ Unless: 'Tuesday' })],
    ['a statement in a text', policy(JSON.stringify(OURS))],
  ])('%s', (_title, text) => {
    expect(isGuarded(text, GUARD)).toBe(false);
  });

  it('anything, where there is no role to leave out', () => {
    const guard = { ...GUARD, trustedRoles: [] };
    expect(isGuarded(policy(denyStatement(guard)), guard)).toBe(false);
  });

  it('any JSON that is not about it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(isGuarded(text, GUARD)).toBe(false);
      }),
    );
  });
});

it('every partition has its own statement, which guards it', () => {
  const cn = parseRoleArn(`arn:aws-cn:iam::${ACCOUNT}:role/reader`) as RoleArn;
  const guard = { bucket: 'b', partition: partitionOf(cn), trustedRoles: [cn] };
  expect(denyStatement(guard).Resource).toBe('arn:aws-cn:s3:::b/*');
  expect(isGuarded(policy(denyStatement(guard)), guard)).toBe(true);
});

describe('a role ARN', () => {
  it.each(['aws', 'aws-cn', 'aws-us-gov'])('is one of the partition `%s`', (partition) => {
    const arn = parseRoleArn(`arn:${partition}:iam::${ACCOUNT}:role/path/a`) as RoleArn;
    expect(partitionOf(arn)).toBe(partition);
  });

  it.each([
    `arn:aws:iam::${ACCOUNT}:role/*`,
    `arn:aws:iam::${ACCOUNT}:role/a?`,
    `arn:aws:iam::${ACCOUNT}:role/\${aws:username}`,
    `arn:aws:iam::*:role/a`,
    `arn:aws:sts::${ACCOUNT}:assumed-role/a/session`,
    `arn:aws:iam::${ACCOUNT}:user/a`,
    `arn:aws:iam::${ACCOUNT}:role/`,
    ` arn:aws:iam::${ACCOUNT}:role/a`,
  ])('is not `%s`', (text) => {
    expect(parseRoleArn(text)).toBeUndefined();
  });
});
