import type { AwsProblem, AwsProblemCause } from '../core/aws-problem.ts';

// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
const CAUSES: Readonly<Record<string, AwsProblemCause>> = {
  CredentialsProviderError: 'no-credentials', // the SDK's own
  TokenProviderError: 'no-credentials', // the SDK's own: an SSO token file
  ExpiredToken: 'expired-credentials',
  ExpiredTokenException: 'expired-credentials',
  RequestExpired: 'expired-credentials',
  InvalidAccessKeyId: 'invalid-credentials',
  InvalidClientTokenId: 'invalid-credentials',
  InvalidToken: 'invalid-credentials',
  SignatureDoesNotMatch: 'invalid-credentials',
  UnrecognizedClientException: 'invalid-credentials',
  PermanentRedirect: 'wrong-region',
  TemporaryRedirect: 'wrong-region',
  AuthorizationHeaderMalformed: 'wrong-region',
  IllegalLocationConstraintException: 'wrong-region',
  NoSuchBucket: 'no-such-bucket',
  AccessDenied: 'access-denied',
  AccessDeniedException: 'access-denied',
  AllAccessDisabled: 'access-denied',
  SlowDown: 'throttled',
  ServiceUnavailable: 'throttled',
  ThrottlingException: 'throttled',
  TooManyRequestsException: 'throttled',
  TimeoutError: 'unreachable', // the SDK's own
};

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** `undefined` where neither AWS, nor its SDK, nor the network said this: a mistake of our own. */
export const toAwsProblem = (error: unknown): AwsProblem | undefined => {
  if (!isError(error)) return undefined;
  const code = (error as { code?: unknown }).code;
  const words = `${error.name}: ${error.message}${statusOf(error)}`;
  const cause = Object.hasOwn(CAUSES, error.name) ? CAUSES[error.name] : undefined;
  if (cause !== undefined) {
    const region = bucketRegion(error);
    return { kind: 'aws-problem', cause, words, ...(region !== undefined && { region }) };
  }
  if (typeof code === 'string' && NETWORK.has(code)) {
    return { kind: 'aws-problem', cause: 'unreachable', words: `${code}: ${error.message}` };
  }
  return '$metadata' in error ? { kind: 'aws-problem', cause: 'unexpected', words } : undefined;
};

// S3 names the bucket's Region in a header of every redirect, also where the body is empty.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html#API_HeadBucket_ResponseSyntax
const bucketRegion = (error: object): string | undefined => {
  const { $response } = error as { $response?: { headers?: Record<string, string> } };
  const { Region } = error as { Region?: unknown }; // in the body of AuthorizationHeaderMalformed
  return (
    $response?.headers?.['x-amz-bucket-region'] ?? (typeof Region === 'string' ? Region : undefined)
  );
};

/** An answer without a body leaves nothing else to tell. */
const statusOf = (error: object): string => {
  const { $metadata } = error as { $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode === undefined ? '' : ` (HTTP ${$metadata.httpStatusCode})`;
};

// not `instanceof`: errors of Node's network code may come from another realm
const isError = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'name' in error && 'message' in error;
