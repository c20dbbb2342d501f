import { isUsableByS3, type KeyReading } from '../keys/key-facts.ts';
import { keyArnParts, type KeyArn } from '../keys/key-arn.ts';

/** Why nothing can decrypt under the object's present key, or `undefined` where it can. */
export const sourceKeyTrouble = (
  arn: KeyArn,
  reading: KeyReading | undefined,
  account: string,
): string | undefined => {
  const owner = keyArnParts(arn).account;
  if (owner !== account) {
    return `key \`${arn}\` belongs to account \`${owner}\``;
  }
  if (reading?.kind !== 'key') {
    return `key \`${arn}\` cannot be read: ${reading?.words ?? 'it was not asked for'}`;
  }
  return isUsableByS3(reading) ? undefined : `key \`${arn}\` is in state \`${reading.state}\``;
};
