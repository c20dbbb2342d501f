import { type KeyAlias, type KeyArn, keyArnParts } from '../core/keys/key-arn.ts';
import type { KeyFacts, KeyReading, KeyUnreadable } from '../core/keys/key-facts.ts';
import { type PinFlaws, pinFlaws } from '../core/keys/pin-flaws.ts';
import { aliasesOf } from '../core/policy/aliases-of.ts';
import { type AliasReference, parseKeyReference } from '../core/policy/key-reference.ts';
import { keyUses } from '../core/policy/key-uses.ts';
import type { PolicyFile } from '../core/policy/policy-file.ts';
import { type LockPin, type PolicyLock, pinAliases } from '../core/policy/policy-lock.ts';

export type PinPorts = {
  readonly region: string; // the one that `readKey` asks
  readonly readKey: (alias: KeyAlias) => Promise<KeyReading>;
};

/** What becomes of one alias of the policy, or of one pin of the lock. */
export type PinStep =
  | { readonly kind: 'added' | 'kept'; readonly pin: LockPin; readonly notes: readonly string[] }
  | {
      readonly kind: 'moved';
      readonly pin: LockPin;
      readonly from: KeyArn;
      readonly notes: readonly string[];
    }
  | { readonly kind: 'dropped'; readonly pin: LockPin } // no longer in the policy
  | { readonly kind: 'elsewhere'; readonly alias: KeyAlias; readonly region: string } // left as it is
  | { readonly kind: 'unresolved'; readonly alias: KeyAlias; readonly unreadable: KeyUnreadable }
  | {
      readonly kind: 'unusable';
      readonly alias: KeyAlias;
      readonly keyArn: KeyArn;
      readonly flaws: readonly string[];
    };

export type PinPlan = { readonly steps: readonly PinStep[]; readonly lock: PolicyLock };

/** Asks KMS for the key of every alias that the policy names, and plans the lock file. Writes nothing. */
export const planPins = async (
  policy: PolicyFile,
  lock: PolicyLock,
  ports: PinPorts,
): Promise<PinPlan> => {
  const references = aliasesOf(policy).map(toReference);
  const targets = new Set(
    keyUses(policy.content).flatMap(({ key, path }) => (path.includes('target') ? [key] : [])),
  );
  const found = await Promise.all(
    references.map(async (reference) => resolve(reference, targets, lock, ports)),
  );
  const names = new Set(references.map(({ name }) => name));
  const stale = lock.pins.filter(({ alias }) => !names.has(alias));
  return {
    steps: [...found, ...stale.map((pin) => ({ kind: 'dropped', pin }) as const)],
    lock: pinAliases(
      { ...lock, pins: lock.pins.filter((pin) => !stale.includes(pin)) },
      found.flatMap((step) => ('pin' in step ? [step.pin] : [])),
    ),
  };
};

const resolve = async (
  { alias, name, region }: AliasReference,
  targets: ReadonlySet<string>,
  lock: PolicyLock,
  ports: PinPorts,
): Promise<PinStep> => {
  // KMS answers for its own Region only, and every Region has its own aliases
  if (region !== undefined && region !== ports.region) return { kind: 'elsewhere', alias, region };
  const reading = await ports.readKey(alias);
  if (reading.kind === 'key-unreadable') return { kind: 'unresolved', alias, unreadable: reading };
  const { flaws, notes }: PinFlaws = pinFlaws(reading, targets.has(alias));
  if (flaws.length > 0) return { kind: 'unusable', alias, keyArn: reading.arn, flaws };
  const pin = toPin(name, reading);
  const before = lock.pins.find((one) => isSameAlias(one, pin));
  if (before === undefined) return { kind: 'added', pin, notes };
  return before.keyArn === pin.keyArn
    ? { kind: 'kept', pin, notes }
    : { kind: 'moved', pin, from: before.keyArn, notes };
};

// An alias lives where its key does, so the key says the account, also for a name without one.
// https://docs.aws.amazon.com/kms/latest/developerguide/alias-about.html
const toPin = (name: string, { arn }: KeyFacts): LockPin => {
  const { account, region } = keyArnParts(arn);
  return { account, region, alias: name as KeyAlias, keyArn: arn };
};

const isSameAlias = (a: LockPin, b: LockPin): boolean =>
  a.alias === b.alias && a.account === b.account && a.region === b.region;

const toReference = (alias: KeyAlias): AliasReference => {
  const reference = parseKeyReference(alias);
  if (reference?.kind !== 'alias') throw new Error(`not an alias: \`${alias}\``);
  return reference;
};
