import type { Complaint } from '../document/complaint.ts';
import type { EffectiveRule } from '../effective-rules.ts';
import { isAwsManagedAlias } from '../key-reference.ts';
import { quoted } from '../document/words.ts';

/** What `rekey-from` need not say, and what makes no sense in it. */
export const checkRekeyFrom = ({ rekeyFrom, target, said }: EffectiveRule): readonly Complaint[] =>
  rekeyFrom.flatMap((key, index): readonly Complaint[] => {
    const at = { code: 'needless-rekey-from', path: [...said.rekeyFrom, index] } as const;
    if (isAwsManagedAlias(key)) {
      const message = `${quoted(key)} is an AWS managed key, which may always be replaced`;
      return [{ ...at, message, hint: 'remove it; list customer managed keys only' }];
    }
    return key === target?.['kms-key']
      ? [{ ...at, message: `${quoted(key)} is the target itself`, hint: 'remove it' }]
      : [];
  });
