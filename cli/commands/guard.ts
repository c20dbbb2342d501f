import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseRoleArn, type RoleArn } from '../../core/guard/role-arn.ts';
import type { CliAws, CliDoor } from '../../runtime/wire-cli.ts';
import { CliError } from '../cli-error.ts';
import { connect } from '../connect.ts';
import { describeAwsProblem } from '../describe-aws-problem.ts';
import { EXIT, type Finish } from '../exit-codes.ts';
import { runGuard } from '../guard/run-guard.ts';
import { showGuard } from '../guard/show-guard.ts';
import { trustedRolesOfStack } from '../guard/trusted-roles.ts';
import { parseBucket } from '../parse-bucket.ts';
import {
  accountOption,
  jsonOption,
  regionOption,
  stackOption,
  withDebug,
} from './shared-options.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `Print the bucket policy statement without which nothing is isolated.

An isolated object carries a marker tag. What denies access to it is a statement in the
policy of its bucket, and that policy is its owner's: this prints the statement and says
whether the bucket has it (or one that denies as much), and never writes. The statement
leaves out three roles of the stack: the one that judges, the one that isolates, and the
one that releases. While a bucket does not have it, orders to isolate are refused.`;

const AFTER = `
Needs: s3:GetBucketPolicy; with --stack also cloudformation:DescribeStacks.

Exit codes:
  0    the policy of the bucket has the statement
  1    it does not
  2    the policy or the stack could not be read

Examples:
  $ sealward guard payroll-eu --stack sealward-prod
  $ sealward guard payroll-eu --stack sealward-prod --json | jq .statement`;

type GuardOptions = {
  readonly stack?: string;
  readonly trustedRole?: readonly [RoleArn, ...RoleArn[]];
  readonly json?: true;
  readonly region?: string;
  readonly account?: string;
};

export const addGuardCommand = (program: Command, door: CliDoor, finish: Finish): void => {
  const command = program
    .command('guard')
    .summary('print the bucket policy statement that isolation needs (writes nothing)')
    .description(unwrap(ABOUT))
    .argument('<bucket>', 'the bucket to isolate objects in')
    .addOption(stackOption().makeOptionMandatory(false).conflicts('trustedRole'))
    .addOption(
      new Option('--trusted-role <arn>', 'role to leave out instead; may be given again').argParser(
        collectRole,
      ),
    )
    .addOption(jsonOption('print one JSON object'))
    .addOption(regionOption())
    .addOption(accountOption())
    .addHelpText('after', AFTER)
    .action(async (name: string, options: GuardOptions) => {
      const bucket = parseBucket(name);
      const { stack, trustedRole } = options;
      if (stack === undefined && trustedRole === undefined) {
        throw new CliError(
          'E_USAGE',
          'add `--stack` with the name of the stack whose roles are to be left out',
        );
      }
      const aws = await connect(door, options);
      const guarding = await readGuard(door, aws, bucket, options);
      showGuard(door.terminal, guarding, options.json === true);
      finish(guarding.guarded ? EXIT.ok : EXIT.found);
    });
  withDebug(command);
};

const readGuard = async (
  door: CliDoor,
  aws: CliAws,
  bucket: string,
  { stack = '', trustedRole }: GuardOptions,
) => {
  const [first, ...others] =
    trustedRole ?? trustedRolesOfStack(stack, await aws.readStackOutputs(stack));
  if (first === undefined) throw new Error('a stack without roles');
  const attempt = { bucket, account: aws.account, permission: '`s3:GetBucketPolicy`' };
  try {
    const guarding = await runGuard(bucket, [first, ...others], aws.readBucketPolicy);
    if ('guarded' in guarding) return guarding;
    const { words } = guarding;
    throw describeAwsProblem({ kind: 'aws-problem', cause: 'access-denied', words }, attempt);
  } catch (error) {
    const problem = error instanceof CliError ? undefined : door.toProblem(error);
    throw problem === undefined ? error : describeAwsProblem(problem, attempt);
  }
};

const collectRole = (text: string, earlier: readonly RoleArn[] | undefined): readonly RoleArn[] => {
  const role = parseRoleArn(text);
  if (role === undefined) {
    throw new InvalidArgumentError(
      'Expected the ARN of a role such as `arn:aws:iam::111122223333:role/name`.',
    );
  }
  return [...(earlier ?? []), role];
};
