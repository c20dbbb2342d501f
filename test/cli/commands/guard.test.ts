import { describe, expect, it } from '@jest/globals';
import { denyStatement } from '../../../core/guard/deny-statement.ts';
import { parseRoleArn, type RoleArn } from '../../../core/guard/role-arn.ts';
import { ACCOUNT } from '../../made/facts.ts';
import { run } from '../made/door.ts';

const role = (name: string) => parseRoleArn(`arn:aws:iam::${ACCOUNT}:role/${name}`) as RoleArn;
const ROLES = [role('judge-object'), role('quarantine-object'), role('release')];
const OUTPUTS = {
  JudgeObjectRoleArn: ROLES[0] ?? '',
  QuarantineObjectRoleArn: ROLES[1] ?? '',
  ReleaseRoleArn: ROLES[2] ?? '',
};
const STATEMENT = denyStatement({ bucket: 'payroll-eu', partition: 'aws', trustedRoles: ROLES });
const policyWith = (...Statement: readonly unknown[]) =>
  ({ kind: 'bucket-policy', text: JSON.stringify({ Version: '2012-10-17', Statement }) }) as const;
const STACKS = { 'sealward-prod': OUTPUTS };
const STACK = ['--stack', 'sealward-prod'] as const;

describe('sealward guard', () => {
  it('prints the statement and exits with 1 where the bucket does not have it', async () => {
    const world = { stacks: STACKS, bucketPolicies: { 'payroll-eu': policyWith() } };
    const ran = await run(world, 'guard', 's3://payroll-eu/', ...STACK);
    expect(ran).toMatchObject({ exitCode: 1, err: [] });
    expect(ran.out[0]).toBe('not guarded  payroll-eu');
    expect(JSON.parse(ran.out.slice(1, -1).join('\n'))).toEqual(STATEMENT);
    expect(ran.out.at(-1)).toBe(
      'nothing was changed: add the statement to the policy of the bucket, then run this again',
    );
    expect(ran.asked).toEqual(['DescribeStacks sealward-prod', 'GetBucketPolicy payroll-eu']);
  });

  it('exits with 0 where the bucket has it', async () => {
    const world = { stacks: STACKS, bucketPolicies: { 'payroll-eu': policyWith(STATEMENT) } };
    const ran = await run(world, 'guard', 'payroll-eu', ...STACK);
    expect(ran.exitCode).toBe(0);
    expect(ran.out[0]).toBe('guarded  payroll-eu');
    expect(JSON.parse(ran.out.slice(1).join('\n'))).toEqual(STATEMENT);
  });

  it('calls a bucket without any policy not guarded', async () => {
    const world = { stacks: STACKS, bucketPolicies: { plain: { kind: 'bucket-policy' } as const } };
    expect((await run(world, 'guard', 'plain', ...STACK)).exitCode).toBe(1);
  });

  it('prints JSON with what is to be pasted', async () => {
    const world = { stacks: STACKS, bucketPolicies: { 'payroll-eu': policyWith() } };
    const ran = await run(world, 'guard', 'payroll-eu', ...STACK, '--json');
    expect(ran.out.map((line) => JSON.parse(line))).toEqual([
      { kind: 'guard', bucket: 'payroll-eu', guarded: false, statement: STATEMENT },
    ]);
  });

  it('takes the roles by name, and asks for no stack then', async () => {
    const roles = ROLES.flatMap((one) => ['--trusted-role', one]);
    const world = { bucketPolicies: { 'payroll-eu': policyWith(STATEMENT) } };
    const ran = await run(world, 'guard', 'payroll-eu', ...roles);
    expect(ran).toMatchObject({ exitCode: 0, asked: ['GetBucketPolicy payroll-eu'] });
  });

  it('names the partition of the roles', async () => {
    const world = { bucketPolicies: { b12: policyWith() } };
    const arn = `arn:aws-us-gov:iam::${ACCOUNT}:role/reader`;
    const ran = await run(world, 'guard', 'b12', '--trusted-role', arn, '--json');
    expect(JSON.parse(ran.out[0] ?? '')).toMatchObject({
      statement: { Resource: 'arn:aws-us-gov:s3:::b12/*' },
    });
  });

  it.each([
    ['no roles', [], 'E_USAGE', 'add `--stack`'],
    ['both', [...STACK, '--trusted-role', ROLES[0] ?? ''], 'E_USAGE', '--trusted-role'],
    ['no role ARN', ['--trusted-role', 'arn:aws:iam::*:role/a'], 'E_USAGE', 'ARN of a role'],
    ['no stack name', ['--stack', '../x'], 'E_USAGE', 'name of a stack'],
    ['a stack that is not there', ['--stack', 'none'], 'E_STACK_NOT_FOUND', '`none`'],
    ['a stack without quarantine', ['--stack', 'bare'], 'E_NOT_OPTED_IN', 'quarantineBuckets'],
  ] as const)('exits with 2 and says why, given %s', async (_title, given, code, words) => {
    const world = {
      stacks: { ...STACKS, bare: { JudgeObjectRoleArn: ROLES[0] ?? '' } },
      bucketPolicies: { 'payroll-eu': policyWith() },
    };
    const ran = await run(world, 'guard', 'payroll-eu', ...given);
    expect(ran).toMatchObject({ exitCode: 2, out: [] });
    expect(ran.err.join('\n')).toContain(code);
    expect(ran.err.join('\n')).toContain(words);
  });

  it.each([
    ['cannot be read', 'payroll-eu', 'E_ACCESS_DENIED', '`s3:GetBucketPolicy`'],
    ['is not there', 'nowhere', 'E_BUCKET_NOT_FOUND', '`nowhere`'],
  ] as const)('exits with 2 where the bucket %s', async (_title, bucket, code, words) => {
    const unreadable = { kind: 'bucket-policy-unreadable', words: 'AccessDenied: no' } as const;
    const world = { stacks: STACKS, bucketPolicies: { 'payroll-eu': unreadable } };
    const ran = await run(world, 'guard', bucket, ...STACK);
    expect(ran).toMatchObject({ exitCode: 2, out: [] });
    expect(ran.err.join('\n')).toContain(code);
    expect(ran.err.join('\n')).toContain(words);
  });
});
