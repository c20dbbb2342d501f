/** Every mistake that a policy or its lock file can contain, and what it means. The codes are stable. */
export const POLICY_ERROR_CODES = {
  // the text
  'too-large': 'the file is larger than 1 MiB',
  'empty-file': 'the file has no content',
  'yaml-syntax': 'the file is not valid YAML',
  'yaml-unsupported':
    'a part of YAML that a policy does not need: tags, directives, merge keys, several documents, deep nesting, masses of values or aliases',
  'yaml-alias': 'an alias that names no anchor, or contains itself; often a glob that needs quotes',
  'duplicate-field': 'the same field is given twice',
  'bad-field-name': 'a field name is not plain text, or is one that JavaScript gives a meaning to',
  // its shape
  'unknown-version': 'the file has a version that this program does not know',
  'unknown-field': 'a field that does not exist in this place',
  'missing-field': 'a field that must be given is not',
  'wrong-type': 'a list where text is expected, a number where text is expected, and so on',
  'unknown-value': 'a value that is not among those allowed',
  'empty-text': 'text that must say something is empty',
  'empty-list': 'a list without items would match or allow nothing',
  'too-many': 'more items or more text than allowed',
  'duplicate-item': 'the same item stands twice in a list',
  // its values
  'bad-id': 'an id has other characters than `a-z`, `0-9` and `-`, is too long, or is `defaults`',
  'bad-glob': 'a glob that could never match, or is too costly to match',
  'bad-key': 'neither a KMS key ARN nor an alias',
  'bare-key-id': 'a key id without its ARN, which does not say the account and the Region',
  'aws-managed-key': 'an AWS managed key in a place where only a customer managed key can work',
  'bad-account': 'not an account id of 12 digits',
  'bad-date': 'not a date, or one that does not exist',
  'bad-tag': 'a tag that no object or bucket can carry',
  // what it says
  'duplicate-id': 'two rules or two exemptions have the same id',
  'empty-match': 'a `match` that names nothing',
  'empty-require': 'a `require` that asks nothing',
  'exemption-tags': 'an exemption that asks for tags',
  'unreachable-rule':
    'a rule that can never govern, because an earlier rule matches all that it matches',
  'contradictory-require': 'requirements that no object can meet together',
  'missing-target': 'a rule that re-encrypts does not say under which key',
  'target-breaks-require': 'what re-encrypting would make does not meet the rule itself',
  'target-has-no-bucket-key':
    '`bucket-key: true` on a target of `aws:kms:dsse`, which has no bucket keys',
  'target-needs-copy': '`re-encrypt` can never reach the target; only `re-encrypt-by-copy` can',
  'needless-rekey-from': '`rekey-from` lists the target itself, or an AWS managed key',
  // the lock file, and compiling for a Region
  'bad-pin': 'a pin whose key is not in the account and Region of its alias',
  'duplicate-pin': 'two pins for the same alias, account and Region',
  'unpinned-alias': 'an alias that is not pinned in the lock file for this account and Region',
  'account-needed': 'the lock file pins aliases of several accounts in this Region',
  'wrong-region': 'a target key in another Region than the one compiled for',
} as const;

export type PolicyErrorCode = keyof typeof POLICY_ERROR_CODES;
