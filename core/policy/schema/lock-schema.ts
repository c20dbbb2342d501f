import * as z from 'zod';
import type { Flaw } from '../document/complaint.ts';
import { keyReferenceFlaw } from './key-flaw.ts';
import { parseKeyReference } from '../key-reference.ts';
import { account } from './policy-fields.ts';
import { refusing } from './refusing.ts';
import { quoted } from '../document/words.ts';

const aliasNameFlaw = (text: string): Flaw | undefined => {
  const reference = parseKeyReference(text);
  return reference?.kind === 'alias' && reference.name === text
    ? undefined
    : {
        code: 'bad-key',
        message: `${quoted(text)} is not an alias name such as \`alias/payroll\``,
      };
};

const keyArnFlaw = (text: string): Flaw | undefined =>
  parseKeyReference(text)?.kind === 'alias'
    ? {
        code: 'bad-key',
        message: `${quoted(text)} is an alias, expected the ARN of the key itself`,
      }
    : keyReferenceFlaw(text);

export const lockPinSchema = z.strictObject({
  account: account.describe('The account that owns the alias.'),
  region: z.string().regex(/\S/).describe('The Region of the alias.'),
  alias: z.string().check(refusing(aliasNameFlaw)).describe('The name of the alias, without ARN.'),
  keyArn: z
    .string()
    .check(refusing(keyArnFlaw))
    .describe('The key that the alias named when it was pinned.'),
});

/** `sealward.policy.lock.json`: written by `sealward policy pin`, committed, never edited by hand. */
export const lockSchema = z.strictObject({
  version: z.literal(1).describe('The version of this format: `1`.'),
  pins: z.array(lockPinSchema).describe('The keys that aliases are pinned to.'),
});
