import { S3ServiceException } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { toAwsProblem } from '../../aws/to-aws-problem.ts';

const named = (name: string, more: object = {}): Error =>
  Object.assign(new Error('as AWS says it'), { name }, more);

const s3Error = (name: string, headers: Record<string, string> = {}): Error =>
  Object.assign(
    new S3ServiceException({ name, message: 'as AWS says it', $fault: 'client', $metadata: {} }),
    { $response: { headers } },
  );

describe('toAwsProblem', () => {
  it.each([
    ['no credentials at all', named('CredentialsProviderError'), 'no-credentials'],
    ['an SSO session that ended', named('TokenProviderError'), 'no-credentials'],
    ['a session that expired', s3Error('ExpiredToken'), 'expired-credentials'],
    [
      'a session that expired, as STS says it',
      s3Error('ExpiredTokenException'),
      'expired-credentials',
    ],
    ['an unknown access key', s3Error('InvalidAccessKeyId'), 'invalid-credentials'],
    [
      'an unknown access key, as STS says it',
      s3Error('InvalidClientTokenId'),
      'invalid-credentials',
    ],
    ['a missing bucket', s3Error('NoSuchBucket'), 'no-such-bucket'],
    ['a refusal', s3Error('AccessDenied'), 'access-denied'],
    ['a refusal, as KMS says it', s3Error('AccessDeniedException'), 'access-denied'],
    ['throttling', s3Error('SlowDown'), 'throttled'],
    ['anything else that AWS says', s3Error('InternalError'), 'unexpected'],
    ['a code that every object inherits', s3Error('constructor'), 'unexpected'],
  ] as const)('tells %s', (_title, error, cause) => {
    expect(toAwsProblem(error)).toEqual({
      kind: 'aws-problem',
      cause,
      words: `${error.name}: as AWS says it`,
    });
  });

  it('tells a bucket in another Region, and which one', () => {
    const error = s3Error('PermanentRedirect', { 'x-amz-bucket-region': 'eu-central-1' });
    expect(toAwsProblem(error)).toMatchObject({ cause: 'wrong-region', region: 'eu-central-1' });
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT'])('tells the network error %s', (code) => {
    expect(toAwsProblem(named('Error', { code }))).toEqual({
      kind: 'aws-problem',
      cause: 'unreachable',
      words: `${code}: as AWS says it`,
    });
  });

  it.each([
    ['a mistake of our own', new TypeError('x is not a function')],
    ['one with a name that every object inherits', named('toString')],
    ['what is no error', 'AccessDenied'],
  ])('leaves %s alone', (_title, error) => {
    expect(toAwsProblem(error)).toBeUndefined();
  });
});
