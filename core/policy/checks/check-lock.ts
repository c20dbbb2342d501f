import { keyArnParts, type KeyArn } from '../../keys/key-arn.ts';
import type { Complaint } from '../document/complaint.ts';
import { lockPinSchema } from '../schema/lock-schema.ts';
import { listIn, wellFormed } from '../document/well-formed.ts';

/** What the schema of the lock file cannot say. */
export const checkLock = (data: unknown): readonly Complaint[] => {
  const seen = new Set<string>();
  return wellFormed(lockPinSchema, listIn(data, 'pins')).flatMap(({ index, item }) => {
    const complaints: Complaint[] = [];
    const { account, region, alias, keyArn } = item;
    const where = `account \`${account}\` and Region \`${region}\``;
    // https://docs.aws.amazon.com/kms/latest/developerguide/alias-about.html
    const key = keyArnParts(keyArn as KeyArn);
    if (key.account !== account || key.region !== region) {
      complaints.push({
        code: 'bad-pin',
        path: ['pins', index, 'keyArn'],
        message: `the key of \`${alias}\` is not in ${where}, where the alias is`,
        hint: 'pin it again with `sealward policy pin`',
      });
    }
    const id = [account, region, alias].join(' ');
    if (seen.has(id)) {
      const message = `\`${alias}\` is pinned twice for ${where}`;
      complaints.push({ code: 'duplicate-pin', path: ['pins', index, 'alias'], message });
    }
    seen.add(id);
    return complaints;
  });
};
