import type { KeyArn } from '../keys/key-arn.ts';
import type { Pin } from './compiled-policy.ts';
import type { Complaint, Flaw } from './document/complaint.ts';
import { parseKeyReference, type AliasReference } from './key-reference.ts';
import type { KeyUse } from './key-uses.ts';
import type { PolicyLock } from './policy-lock.ts';
import { listed } from './document/words.ts';

/** Where a compiled policy will run. The account is the one that owns the buckets. */
export type CompileFor = { readonly region: string; readonly account?: string };

export type ResolvedKeys = {
  readonly arns: ReadonlyMap<string, KeyArn>; // by the key as the policy names it
  readonly pins: readonly Pin[]; // sorted by alias
  readonly complaints: readonly Complaint[];
};

/** The ARNs that the keys of a policy stand for, by the lock file alone: nothing is asked of AWS. */
export const resolveKeys = (
  uses: readonly KeyUse[],
  lock: PolicyLock,
  where: CompileFor,
): ResolvedKeys => {
  const arns = new Map<string, KeyArn>();
  const pins = new Map<string, Pin>();
  const complaints = new Map<string, Complaint>(); // the first use of each key
  for (const { key, path } of uses) {
    const reference = parseKeyReference(key);
    if (reference?.kind === 'arn') {
      arns.set(key, reference.keyArn);
    }
    if (reference?.kind !== 'alias' || arns.has(key) || complaints.has(key)) {
      continue;
    }
    const found = findPin(reference, lock, where);
    if ('keyArn' in found) {
      arns.set(key, found.keyArn);
      pins.set(key, { alias: reference.alias, keyArn: found.keyArn });
    } else {
      complaints.set(key, { ...found, path });
    }
  }
  return {
    arns,
    pins: [...pins.values()].toSorted((a, b) => (a.alias < b.alias ? -1 : 1)),
    complaints: [...complaints.values()],
  };
};

const findPin = (
  { name, ...reference }: AliasReference,
  lock: PolicyLock,
  where: CompileFor,
): { readonly keyArn: KeyArn } | Flaw => {
  const region = reference.region ?? where.region;
  const account = reference.account ?? where.account;
  const inRegion = lock.pins.filter((pin) => pin.region === region);
  const accounts = [...new Set(inRegion.map((pin) => pin.account))];
  if (account === undefined && accounts.length > 1) {
    return {
      code: 'account-needed',
      message: `\`${name}\` is an alias of one account, and the lock file knows ${listed(accounts)} in \`${region}\``,
      hint: 'say for which account to compile',
    };
  }
  const pin = inRegion.find(
    (one) => one.alias === name && one.account === (account ?? accounts[0]),
  );
  const owner = account === undefined ? '' : ` in account \`${account}\``;
  return (
    pin ?? {
      code: 'unpinned-alias',
      message: `\`${name}\` is not pinned for Region \`${region}\`${owner}`,
      hint: 'run `sealward policy pin` and commit the lock file',
    }
  );
};
