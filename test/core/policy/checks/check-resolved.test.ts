import { describe, expect, it } from '@jest/globals';
import { compilePolicy } from '../../../../core/policy/compile-policy.ts';
import { formatPolicyError } from '../../../../core/policy/policy-error.ts';
import { EMPTY_LOCK, pinAliases, type PolicyLock } from '../../../../core/policy/policy-lock.ts';
import type { CompileFor } from '../../../../core/policy/resolve-keys.ts';
import {
  ACCOUNT,
  fileOf,
  keyArn,
  lockOf,
  OTHER_ACCOUNT,
  reEncrypting,
  REGION,
} from '../policies.ts';

const errorsOf = (text: string, lock: PolicyLock, where: CompileFor) => {
  const compiled = compilePolicy(fileOf(text), lock, where);
  return compiled.kind === 'compiled'
    ? []
    : compiled.errors.map((error) => [error.code, formatPolicyError(error)]);
};

describe('compiling', () => {
  const TARGET = 'target: { kms-key: alias/a }';
  const COPY = 'on-violation: re-encrypt-by-copy';
  const UPDATE = 'on-violation: re-encrypt';
  const here = { region: REGION, account: ACCOUNT };

  it.each<readonly [string, string, PolicyLock, CompileFor, string, string]>([
    [
      'an alias without a pin',
      reEncrypting('require: { kms-key: [alias/a] }', UPDATE, TARGET),
      EMPTY_LOCK,
      here,
      'unpinned-alias',
      '5:26: `alias/a` is not pinned for Region `eu-west-1` in account `111122223333` (run `sealward policy pin` and commit the lock file)',
    ],
    [
      'an alias pinned for another Region only',
      reEncrypting(UPDATE, TARGET),
      lockOf([['alias/a', 'aaa']], { region: 'us-east-1' }),
      { region: REGION },
      'unpinned-alias',
      '6:24: `alias/a` is not pinned for Region `eu-west-1` (run `sealward policy pin` and commit the lock file)',
    ],
    [
      'an alias pinned for two accounts',
      reEncrypting(UPDATE, TARGET),
      pinAliases(
        lockOf([['alias/a', 'aaa']]),
        lockOf([['alias/a', 'aaa']], { account: OTHER_ACCOUNT }).pins,
      ),
      { region: REGION },
      'account-needed',
      '6:24: `alias/a` is an alias of one account, and the lock file knows `111122223333`, `444455556666` in `eu-west-1` (say for which account to compile)',
    ],
    [
      'a target in another Region',
      reEncrypting(UPDATE, `target: { kms-key: "${keyArn('aaa', { region: 'us-east-1' })}" }`),
      EMPTY_LOCK,
      here,
      'wrong-region',
      '6:24: the target key is in `us-east-1`, but this is compiled for `eu-west-1` (S3 encrypts only under keys of the Region of the bucket)',
    ],
    [
      'a target whose alias names another key than the rule allows',
      reEncrypting(`require: { kms-key: ["${keyArn('bbb')}"] }`, UPDATE, TARGET),
      lockOf([['alias/a', 'aaa']]),
      here,
      'target-breaks-require',
      `7:24: rule \`r\` could never be met by its target: \`kms-key\` must be \`${keyArn('bbb')}\`, the target is \`${keyArn('aaa')}\``,
    ],
    [
      'a target outside the account of the buckets, where the rule wants the same',
      reEncrypting(
        'require: { key-account: same }',
        COPY,
        `target: { kms-key: "${keyArn('aaa', { account: OTHER_ACCOUNT })}" }`,
      ),
      EMPTY_LOCK,
      here,
      'target-breaks-require',
      "7:24: rule `r` could never be met by its target: `key-account` must be `111122223333`, the target's is `444455556666`",
    ],
    [
      'a target whose alias is outside the accounts of the rule',
      reEncrypting(`require: { key-account: ["${OTHER_ACCOUNT}"] }`, COPY, TARGET),
      lockOf([['alias/a', 'aaa']]),
      here,
      'target-breaks-require',
      "7:24: rule `r` could never be met by its target: `key-account` must be `444455556666`, the target's is `111122223333`",
    ],
    [
      'an update in place under a key of another account',
      reEncrypting(
        'require: { encryption: [aws:kms] }',
        UPDATE,
        `target: { kms-key: "${keyArn('aaa', { account: OTHER_ACCOUNT })}" }`,
      ),
      EMPTY_LOCK,
      here,
      'target-needs-copy',
      '7:24: `re-encrypt` updates in place, which S3 refuses for a key of account `444455556666` (use `re-encrypt-by-copy`, or a key of account `111122223333`)',
    ],
    [
      'a key to replace that turns out to be the target',
      reEncrypting(UPDATE, TARGET, `rekey-from: ["${keyArn('bbb')}", "${keyArn('aaa')}"]`),
      lockOf([['alias/a', 'aaa']]),
      here,
      'needless-rekey-from',
      `7:64: \`${keyArn('aaa')}\` is the target itself (remove it)`,
    ],
  ])('%s is an error', (_title, text, lock, where, code, shown) => {
    expect(errorsOf(text, lock, where)).toEqual([[code, `policy.yaml:${shown}`]]);
  });

  it('an alias without a pin is not taken for another key than the target', () => {
    const require = `require: { kms-key: ["${keyArn('bbb')}", alias/unpinned] }`;
    const text = reEncrypting(require, UPDATE, TARGET);
    expect(errorsOf(text, lockOf([['alias/a', 'aaa']]), here).map(([code]) => code)).toEqual([
      'unpinned-alias',
    ]);
  });

  it('says everything at once', () => {
    const text = `
version: 1
rules:
  - { id: a, match: { buckets: [a] }, on-violation: re-encrypt, target: { kms-key: alias/a } }
  - { id: b, match: { buckets: [b] }, require: { kms-key: [alias/b] } }
  - { id: c, match: { buckets: [c] }, on-violation: re-encrypt, target: { kms-key: "${keyArn('c', { region: 'us-east-1' })}" } }
`;
    expect(errorsOf(text, EMPTY_LOCK, here).map(([code]) => code)).toEqual([
      'unpinned-alias',
      'unpinned-alias',
      'wrong-region',
    ]);
  });

  it('an ARN of a target in another account is fine for copies, and where nobody asks for the account', () => {
    const target = `target: { kms-key: "${keyArn('aaa', { account: OTHER_ACCOUNT })}" }`;
    const require = 'require: { encryption: [aws:kms] }';
    expect(errorsOf(reEncrypting(require, COPY, target), EMPTY_LOCK, here)).toEqual([]);
    expect(errorsOf(reEncrypting(require, UPDATE, target), EMPTY_LOCK, { region: REGION })).toEqual(
      [],
    );
  });
});
