import { expect, it } from '@jest/globals';
import { describeAwsProblem } from '../../cli/describe-aws-problem.ts';
import type { AwsProblem, AwsProblemCause } from '../../core/aws-problem.ts';

const problem = (cause: AwsProblemCause, more: Partial<AwsProblem> = {}): AwsProblem => ({
  kind: 'aws-problem',
  cause,
  words: 'Code: as AWS\nsays it',
  ...more,
});

it.each([
  ['no-credentials', 'E_NO_CREDENTIALS', 'set `AWS_PROFILE`, or run `aws sso login`'],
  ['expired-credentials', 'E_EXPIRED_CREDENTIALS', 'sign in again'],
  ['invalid-credentials', 'E_INVALID_CREDENTIALS', 'check `AWS_PROFILE`'],
  ['no-region', 'E_NO_REGION', 'add `--region`'],
  ['wrong-region', 'E_WRONG_REGION', 'in another Region: add `--region`'],
  ['no-such-bucket', 'E_BUCKET_NOT_FOUND', 'bucket `b` does not exist'],
  ['access-denied', 'E_ACCESS_DENIED', 'check your permissions'],
  ['throttled', 'E_THROTTLED', 'try again later'],
  ['unreachable', 'E_UNREACHABLE', 'check the network'],
  ['unexpected', 'E_AWS', 'AWS answered with an error'],
] as const)('says on one line what to do about `%s`', (cause, code, words) => {
  const error = describeAwsProblem(problem(cause), { bucket: 'b' });
  expect(error.code).toBe(code);
  expect(error.message).toContain(words);
  expect(error.message).not.toContain('\n');
  expect(error.message).not.toMatch(/\.$/);
});

it('names the Region to ask, where S3 told', () => {
  const { message } = describeAwsProblem(problem('wrong-region', { region: 'eu-central-1' }), {
    bucket: 'b',
    region: 'eu-west-1',
  });
  expect(message).toContain(
    'bucket `b` is in `eu-central-1`, not in `eu-west-1`: run again with `--region eu-central-1`',
  );
});

it('names the permission, and the account that must own the bucket', () => {
  const attempt = { bucket: 'b', account: '111122223333', permission: '`s3:ListBucket`' };
  expect(describeAwsProblem(problem('access-denied'), attempt).message).toContain(
    'you need `s3:ListBucket`, and `b` must belong to account `111122223333` (else name its owner with `--account`)',
  );
});

it.each(['x; rm -rf ~', '--debug', '\u001B[2J', 'EU'])(
  'proposes no command with a Region that is none: %j',
  (region) => {
    const { message } = describeAwsProblem(problem('wrong-region', { region }), {
      bucket: 'b',
      region: 'eu\u001B[2J',
    });
    expect(message).toContain(
      'in another Region, not in `eu\\u{1b}[2J`: add `--region` with the right one',
    );
    expect(message).not.toContain(region);
  },
);
