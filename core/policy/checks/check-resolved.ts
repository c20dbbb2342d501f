import { keyArnParts, type KeyArn } from '../../keys/key-arn.ts';
import type { Complaint, Flaw } from '../document/complaint.ts';
import type { EffectiveRule } from '../effective-rules.ts';
import type { CompileFor } from '../resolve-keys.ts';
import { listed } from '../document/words.ts';

type Arns = ReadonlyMap<string, KeyArn>;

/** What can be told of a target only once aliases are ARNs, and the Region and account are known. */
export const checkResolved = (
  rule: EffectiveRule,
  arns: Arns,
  where: CompileFor,
): readonly Complaint[] => {
  const { target, rekeyFrom, said } = rule;
  const keyArn = target && arns.get(target['kms-key']);
  if (keyArn === undefined) {
    return [];
  }
  const flaws = [
    regionFlaw(keyArn, where),
    keyFlaw(rule, keyArn, arns),
    accountFlaw(rule, keyArn, where),
    copyFlaw(rule, keyArn, where),
  ].filter((flaw) => flaw !== undefined);
  const itself = rekeyFrom.flatMap((key, index): readonly Complaint[] =>
    arns.get(key) === keyArn
      ? [
          {
            code: 'needless-rekey-from',
            path: [...said.rekeyFrom, index],
            message: `\`${key}\` is the target itself`,
            hint: 'remove it',
          },
        ]
      : [],
  );
  return [...flaws.map((flaw) => ({ ...flaw, path: [...said.target, 'kms-key'] })), ...itself];
};

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
const regionFlaw = (keyArn: KeyArn, where: CompileFor): Flaw | undefined => {
  const { region } = keyArnParts(keyArn);
  return region === where.region
    ? undefined
    : {
        code: 'wrong-region',
        message: `the target key is in \`${region}\`, but this is compiled for \`${where.region}\``,
        hint: 'S3 encrypts only under keys of the Region of the bucket',
      };
};

const keyFlaw = ({ id, require }: EffectiveRule, keyArn: KeyArn, arns: Arns): Flaw | undefined => {
  const keys = require['kms-key'];
  const allowed = keys?.map((key) => arns.get(key));
  return allowed === undefined || allowed.includes(keyArn) || allowed.includes(undefined)
    ? undefined
    : {
        code: 'target-breaks-require',
        message: `rule \`${id}\` could never be met by its target: \`kms-key\` must be ${listed(keys ?? [])}, the target is \`${keyArn}\``,
      };
};

const accountFlaw = (
  { id, require }: EffectiveRule,
  keyArn: KeyArn,
  where: CompileFor,
): Flaw | undefined => {
  const wanted = require['key-account'];
  const accounts = wanted === 'same' ? where.account && [where.account] : wanted;
  const { account } = keyArnParts(keyArn);
  return !Array.isArray(accounts) || accounts.includes(account)
    ? undefined
    : {
        code: 'target-breaks-require',
        message: `rule \`${id}\` could never be met by its target: \`key-account\` must be ${listed(accounts)}, the target's is \`${account}\``,
      };
};

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html
const copyFlaw = (
  { onViolation }: EffectiveRule,
  keyArn: KeyArn,
  where: CompileFor,
): Flaw | undefined => {
  const { account } = keyArnParts(keyArn);
  return onViolation !== 're-encrypt' || where.account === undefined || account === where.account
    ? undefined
    : {
        code: 'target-needs-copy',
        message: `\`re-encrypt\` updates in place, which S3 refuses for a key of account \`${account}\``,
        hint: `use \`re-encrypt-by-copy\`, or a key of account \`${where.account}\``,
      };
};
