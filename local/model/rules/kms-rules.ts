import { assumed, documented, kmsApi, kmsGuide, observed } from './rule.ts';

export const KMS_RULES = [
  ...documented(kmsApi('CreateKey'), {
    'kms/create': 'a new key is symmetric, enabled and its own account is its owner',
    'kms/spec-and-usage': 'a usage that the spec cannot do is refused',
    'kms/multi-region': 'multi-Region keys have an mrk- id',
    'kms/imported': 'a key with imported material waits for it',
  }),
  ...documented(kmsApi('DescribeKey'), {
    'kms/describe': 'a key is described by id, ARN, alias and alias ARN',
    'kms/describe-predefined': 'describing alias/aws/s3 makes the key',
    'kms/describe-foreign': "another account's key is described by ARN where it is shared",
  }),
  ...documented(kmsGuide('key-state'), {
    'kms/disable': 'a key is disabled and enabled again',
    'kms/deletion':
      'a deletion waits 7 to 30 days and can be cancelled, which leaves the key disabled',
    'kms/pending-refuses': 'a key that waits for its deletion takes no other change',
    'kms/deleted': 'a deleted key is gone, with its aliases',
  }),
  ...documented(kmsApi('CreateAlias'), {
    'kms/alias': 'an alias is made, moved and deleted, and DescribeKey follows it',
    'kms/alias-names': 'malformed, reserved and taken alias names are refused',
    'kms/alias-kind': 'an alias moves only to a key of the same kind',
    'kms/alias-per-account': 'aliases belong to their account',
  }),
  ...documented(kmsApi('ListAliases'), {
    'kms/list': 'keys and aliases are listed per account, in pages',
  }),
  ...documented(kmsGuide('rotate-keys'), {
    'kms/rotation': 'rotation is turned on and off, with a period of 90 to 2,560 days',
    'kms/rotation-unsupported': 'asymmetric and imported keys do not rotate',
    'kms/rotation-managed': 'AWS managed keys always rotate, keys that wait for deletion never',
  }),
  ...documented(kmsApi('PutKeyPolicy'), {
    'kms/policy': 'a key policy is kept as text',
  }),
  ...documented(kmsApi('TagResource'), {
    'kms/tags': 'tags are added, removed and listed',
  }),
  ...assumed(kmsGuide('concepts'), {
    'kms/managed-untouchable': 'nobody changes an AWS managed key',
    'kms/denied': 'what a test denies is refused with AccessDeniedException',
  }),
  ...observed(kmsApi('DisableKey'), {
    'kms/no-alias': 'operations that change a key take no alias',
  }),
] as const;
