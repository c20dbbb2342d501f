/** Why a call to AWS failed as a whole. What HeadObject says of a single object is a `Reading` instead. */
export type AwsProblemCause =
  | 'no-credentials'
  | 'expired-credentials'
  | 'invalid-credentials'
  | 'no-region'
  | 'wrong-region'
  | 'no-such-bucket'
  | 'access-denied'
  | 'throttled'
  | 'unreachable'
  | 'unexpected';

export type AwsProblem = {
  readonly kind: 'aws-problem';
  readonly cause: AwsProblemCause;
  readonly words: string; // AWS's code and message, verbatim
  readonly region?: string; // for `wrong-region`: where the bucket is, where S3 told
};
