import { parseKeyAlias } from '../../keys/key-arn.ts';
import type { Flaw } from '../document/complaint.ts';
import { isAwsManagedAlias, parseKeyReference } from '../key-reference.ts';
import { quoted } from '../document/words.ts';

const KEY_ID =
  /^(?:key\/)?(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/i;

export const keyReferenceFlaw = (text: string): Flaw | undefined => {
  if (parseKeyReference(text) !== undefined) {
    return undefined;
  }
  if (KEY_ID.test(text)) {
    const message = `${quoted(text)} is a key id, which does not say its account and Region`;
    return { code: 'bare-key-id', message, hint: 'give the key ARN or an alias' };
  }
  const message = `${quoted(text)} is neither a key ARN nor an alias`;
  const named = parseKeyAlias(`alias/${text}`) !== undefined;
  const hint = text.startsWith('arn:')
    ? 'expected `arn:aws:kms:REGION:ACCOUNT:key/ID` or `arn:aws:kms:REGION:ACCOUNT:alias/NAME`'
    : named
      ? `did you mean \`alias/${text}\`?`
      : 'expected `arn:aws:kms:REGION:ACCOUNT:key/ID` or `alias/NAME`';
  return { code: 'bad-key', message, hint };
};

/** Only a customer managed key can be a target. https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html */
export const targetKeyFlaw = (text: string): Flaw | undefined =>
  isAwsManagedAlias(text)
    ? {
        code: 'aws-managed-key',
        message: `${quoted(text)} is an AWS managed key, and objects can be re-encrypted only under a customer managed key`,
      }
    : keyReferenceFlaw(text);
