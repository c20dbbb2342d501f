import { describe, expect, it } from '@jest/globals';
import { denyStatement } from '../../../../core/guard/deny-statement.ts';
import { parseRoleArn, type RoleArn } from '../../../../core/guard/role-arn.ts';
import { ACCOUNT, BUCKET, createBucketWorld, head, put, type World } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };
const MARKED = 'sealward-isolated=payroll';
const READER = parseRoleArn(`arn:aws:iam::${ACCOUNT}:role/reader`) as RoleArn;
const session = (role: string) => ({
  caller: { account: ACCOUNT, arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/session` },
});
const user = { caller: { account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/dev` } };

const statement = denyStatement({ bucket: BUCKET, partition: 'aws', trustedRoles: [READER] });

const guarded = (...statements: readonly object[]): World => {
  const world = createBucketWorld('Enabled');
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  world.s3('PutBucketPolicy', { Bucket: BUCKET, Policy });
  put(world, 'a', 'x', { Tagging: MARKED });
  put(world, 'free', 'x', { Tagging: 'team=a' });
  return world;
};

const calls = [
  ['HeadObject', OBJECT],
  ['GetObject', OBJECT],
  ['CopyObject', { Bucket: BUCKET, Key: 'copy', CopySource: `${BUCKET}/a` }],
  ['PutObjectTagging', { ...OBJECT, Tagging: { TagSet: [] } }],
  ['DeleteObjectTagging', OBJECT],
] as const;

describe('a denial of tagged objects', () => {
  it.each(calls)(
    'a denial of objects that carry a tag holds for callers who are known and not exempt [bucket/denied-by-tag]: %s',
    (name, input) => {
      const world = guarded(statement);
      for (const caller of [user, session('other'), session('reader-2')])
        expect(world.s3Refuses(name, input as never, caller)).toMatchObject({ status: 403 });
      world.s3(name, input, session('reader'));
      expect(world.status()).toBeLessThan(300);
    },
  );

  it('a denial of objects that carry a tag holds for callers who are known and not exempt [bucket/denied-by-tag]: version by version', () => {
    const world = guarded(statement);
    const marked = head(world, 'a').VersionId;
    put(world, 'a', 'unmarked');
    world.s3('GetObject', OBJECT, user);
    const named = { ...OBJECT, VersionId: marked };
    expect(world.s3Refuses('GetObject', named, user)).toMatchObject({ code: 'AccessDenied' });
    world.s3('GetObject', { Bucket: BUCKET, Key: 'free' }, user);
    expect(world.status()).toBe(200);
  });

  const { Condition } = statement;
  it.each([
    ['a further condition', { ...statement, Condition: { ...Condition, Bool: { a: 'b' } } }],
    ['a tag of some value', { ...statement, Condition: { StringEquals: { a: 'b' } } }],
    ['an Allow', { ...statement, Effect: 'Allow' }],
    ['another bucket', { ...statement, Resource: 'arn:aws:s3:::other/*' }],
    ['other actions', { ...statement, Action: ['s3:GetObjectAcl'] }],
  ])(
    'any other statement, and any caller who is not known, is let through [bucket/policy-unevaluated]: %s',
    (_title, other) => {
      const world = guarded(other);
      world.s3('GetObject', OBJECT, user);
      expect(world.status()).toBe(200);
    },
  );

  it('any other statement, and any caller who is not known, is let through [bucket/policy-unevaluated]', () => {
    const world = guarded(statement);
    world.s3('GetObject', OBJECT);
    expect(world.status()).toBe(200);
  });
});
