import type { KeyAlias, KeyArn } from '../keys/key-arn.ts';
import { checkLock } from './checks/check-lock.ts';
import { lockSchema } from './schema/lock-schema.ts';
import { parseFile } from './document/parse-file.ts';
import type { PolicyErrors } from './policy-error.ts';

/** The key that an alias names in one account and Region. An alias and its key never live apart. */
export type LockPin = {
  readonly account: string;
  readonly region: string;
  readonly alias: KeyAlias; // the name, `alias/…`, never an alias ARN
  readonly keyArn: KeyArn;
};

export type PolicyLock = { readonly version: 1; readonly pins: readonly LockPin[] };

/** The lock of a policy that was never pinned, or names no alias. */
export const EMPTY_LOCK: PolicyLock = { version: 1, pins: [] };

/** Reads `sealward.policy.lock.json`: data out, or every mistake in it with its line and column. */
export const parsePolicyLock = (
  text: string,
  fileName: string,
): { readonly kind: 'lock'; readonly lock: PolicyLock } | PolicyErrors => {
  const whenEmpty = 'write it with `sealward policy pin`';
  const parsed = parseFile(text, fileName, { schema: lockSchema, check: checkLock, whenEmpty });
  return parsed.kind === 'policy-errors'
    ? parsed
    : { kind: 'lock', lock: sorted(parsed.content.pins as LockPin[]) }; // checked by the schema, but for the brands
};

/** Adds pins, and replaces those of the same alias, account and Region. */
export const pinAliases = (lock: PolicyLock, pins: readonly LockPin[]): PolicyLock =>
  sorted([...new Map([...lock.pins, ...pins].map((pin) => [pinKey(pin), pin])).values()]);

/** The same pins give the same bytes, whatever order they came in. */
export const serialisePolicyLock = (lock: PolicyLock): string => {
  const pins = sorted(lock.pins).pins.map(({ account, region, alias, keyArn }) => ({
    account,
    region,
    alias,
    keyArn,
  }));
  return `${JSON.stringify({ version: lock.version, pins }, undefined, 2)}\n`;
};

const pinKey = ({ account, region, alias }: Omit<LockPin, 'keyArn'>): string =>
  [account, region, alias].join(' ');

const sorted = (pins: readonly LockPin[]): PolicyLock => ({
  version: 1,
  pins: pins.toSorted((a, b) => (pinKey(a) < pinKey(b) ? -1 : 1)),
});
