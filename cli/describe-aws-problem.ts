import { assertNever } from '../core/assert-never.ts';
import type { AwsProblem } from '../core/aws-problem.ts';
import { quoteText, showText } from '../core/show-text.ts';
import { CliError } from './cli-error.ts';

/** What the person was about to do: named in the message. */
export type Attempt = {
  readonly bucket?: string;
  readonly account?: string;
  readonly region?: string;
  readonly permission?: string; // what the call needs, in words
};

/** One line: what is wrong, what to do, and what AWS said. */
export const describeAwsProblem = (problem: AwsProblem, attempt: Attempt = {}): CliError => {
  const said = `(AWS said: ${showText(problem.words)})`;
  const bucket =
    attempt.bucket === undefined ? 'the bucket' : `bucket ${quoteText(attempt.bucket)}`;
  switch (problem.cause) {
    case 'no-credentials':
      return new CliError(
        'E_NO_CREDENTIALS',
        `no AWS credentials: set \`AWS_PROFILE\`, or run \`aws sso login\`, and try again ${said}`,
      );
    case 'expired-credentials':
      return new CliError(
        'E_EXPIRED_CREDENTIALS',
        `the AWS credentials have expired: sign in again, for example with \`aws sso login\` ${said}`,
      );
    case 'invalid-credentials':
      return new CliError(
        'E_INVALID_CREDENTIALS',
        `AWS does not accept these credentials: check \`AWS_PROFILE\` and \`AWS_ACCESS_KEY_ID\` ${said}`,
      );
    case 'no-region':
      return new CliError(
        'E_NO_REGION',
        'no AWS Region: add `--region`, or set `AWS_REGION` or `AWS_PROFILE`',
      );
    case 'wrong-region':
      return new CliError('E_WRONG_REGION', `${bucket} is ${elsewhere(problem, attempt)} ${said}`);
    case 'no-such-bucket':
      return new CliError(
        'E_BUCKET_NOT_FOUND',
        `${bucket} does not exist: check its name and the account you are signed in to ${said}`,
      );
    case 'access-denied':
      return new CliError('E_ACCESS_DENIED', `AWS refused: ${allow(attempt)} ${said}`);
    case 'throttled':
      return new CliError(
        'E_THROTTLED',
        `AWS asks to slow down: try again later, or with a lower \`--max-concurrency\` ${said}`,
      );
    case 'unreachable':
      return new CliError(
        'E_UNREACHABLE',
        `AWS could not be reached: check the network, a proxy, and \`AWS_ENDPOINT_URL\` ${said}`,
      );
    case 'unexpected':
      return new CliError('E_AWS', `AWS answered with an error ${said}`);
    default:
      return assertNever(problem.cause);
  }
};

const elsewhere = ({ region }: AwsProblem, attempt: Attempt): string => {
  const asked = attempt.region === undefined ? '' : `, not in ${quoteText(attempt.region)}`;
  // it comes from an answer's header, and people paste what is proposed
  return region === undefined || !/^[a-z][a-z0-9-]*$/.test(region)
    ? `in another Region${asked}: add \`--region\` with the right one`
    : `in \`${region}\`${asked}: run again with \`--region ${region}\``;
};

// S3 answers the same 403 where the bucket belongs to another account than the one expected.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
const allow = ({ bucket, account, permission }: Attempt): string => {
  const need = permission === undefined ? 'check your permissions' : `you need ${permission}`;
  return bucket === undefined || account === undefined
    ? need
    : `${need}, and ${quoteText(bucket)} must belong to account \`${account}\` (else name its owner with \`--account\`)`;
};
