/** Every code that the command line prints. Stable: scripts may rely on them. */
export const ERROR_CODES = {
  E_USAGE: 'the command line was not understood',
  E_POLICY_NOT_FOUND: 'there is no policy file where it was looked for',
  E_POLICY: 'the policy or its lock file has mistakes; each is named with line and column',
  E_POLICY_UNPINNED: 'an alias of the policy is not pinned to a key',
  E_ALIAS: 'an alias could not be pinned: no such alias, or not a key that S3 can use',
  E_ALIAS_MOVED: 'an alias points to another key than the one it was pinned to',
  E_EXISTS: 'the file is already there and was not overwritten',
  E_FILE: 'a file could not be read or written',
  E_NO_CREDENTIALS: 'no AWS credentials were found',
  E_EXPIRED_CREDENTIALS: 'the AWS credentials have expired',
  E_INVALID_CREDENTIALS: 'AWS does not know these credentials',
  E_NO_REGION: 'no AWS Region was given',
  E_WRONG_REGION: 'the bucket is in another Region',
  E_BUCKET_NOT_FOUND: 'there is no such bucket',
  E_NOT_FOUND: 'there is no such object, or none below the prefix',
  E_ACCESS_DENIED: 'AWS refused the call',
  E_THROTTLED: 'AWS asked to slow down, again and again',
  E_UNREACHABLE: 'AWS could not be reached',
  E_AWS: 'AWS answered with an error that has no code of its own here',
  E_INTERNAL: 'a mistake in sealward itself',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;
