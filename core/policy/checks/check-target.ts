import type { Complaint } from '../document/complaint.ts';
import { reEncrypts, type EffectiveRule } from '../effective-rules.ts';
import { unmetByTarget } from './unmet-by-target.ts';

/** A rule that re-encrypts says under which key, and what it makes would be compliant. */
export const checkTarget = (rule: EffectiveRule): readonly Complaint[] => {
  const { id, onViolation, target, said } = rule;
  if (target === undefined) {
    return reEncrypts(onViolation)
      ? [
          {
            code: 'missing-target',
            path: said.onViolation,
            message: `rule \`${id}\` re-encrypts, but names no \`target\``,
            hint: 'add `target: { kms-key: alias/NAME }`',
          },
        ]
      : [];
  }
  const inherited = said.self[0] === 'rules' && said.target[0] === 'defaults';
  const unmet =
    inherited && said.require[0] === 'defaults' // said once, of `defaults` itself
      ? []
      : unmetByTarget(rule.require, target);
  const complaints: Complaint[] = unmet.map(({ requirement, field, message }) => ({
    code: 'target-breaks-require',
    path: inherited ? [...said.require, requirement] : [...said.target, field],
    message: `rule \`${id}\` could never be met by its target: ${message}`,
  }));
  if (target.encryption === 'aws:kms:dsse') {
    if (target['bucket-key'] === true) {
      complaints.push({
        code: 'target-has-no-bucket-key',
        path: [...said.target, 'bucket-key'],
        message: '`aws:kms:dsse` has no bucket keys, remove `bucket-key`',
      });
    }
    if (onViolation === 're-encrypt') {
      // https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html
      complaints.push({
        code: 'target-needs-copy',
        path: inherited ? said.onViolation : [...said.target, 'encryption'],
        message: '`re-encrypt` updates in place, which S3 cannot do to `aws:kms:dsse`',
        hint: 'use `re-encrypt-by-copy`, or a target of `aws:kms`',
      });
    }
  }
  return complaints;
};
