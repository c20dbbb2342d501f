import { describe, expect, it } from '@jest/globals';
import { planPins } from '../../app/pin-aliases.ts';
import type { KeyAlias } from '../../core/keys/key-arn.ts';
import type { KeyReading } from '../../core/keys/key-facts.ts';
import { parsePolicy } from '../../core/policy/parse-policy.ts';
import type { PolicyFile } from '../../core/policy/policy-file.ts';
import { EMPTY_LOCK, type LockPin } from '../../core/policy/policy-lock.ts';
import { ACCOUNT, keyArn, makeKey, OTHER_ACCOUNT, REGION } from '../made/facts.ts';

const policyNaming = (target: string, listed: readonly string[]): PolicyFile => {
  const parsed = parsePolicy(
    `
version: 1
rules:
  - id: r
    match: { buckets: [b] }
    require: { encryption: [aws:kms], kms-key: [${[target, ...listed].join(', ')}] }
    on-violation: re-encrypt
    target: { kms-key: ${target} }
`,
    'p.yaml',
  );
  if (parsed.kind !== 'policy') throw new Error(JSON.stringify(parsed.errors));
  return parsed.file;
};

const pin = (alias: string, key: string, account = ACCOUNT): LockPin => ({
  account,
  region: REGION,
  alias: alias as KeyAlias,
  keyArn: keyArn(key, account),
});
const lockOf = (...pins: readonly LockPin[]) => ({ version: 1, pins }) as const;
const portsWith = (keys: Readonly<Record<string, KeyReading>>) => ({
  region: REGION,
  readKey: (alias: KeyAlias): Promise<KeyReading> =>
    Promise.resolve(
      keys[alias] ?? { kind: 'key-unreadable', cause: 'not-found', words: `no ${alias}` },
    ),
});

describe('planPins', () => {
  it('adds what is new, keeps what is the same, and drops what the policy no longer names', async () => {
    const ports = portsWith({ 'alias/a': makeKey('k1'), 'alias/b': makeKey('k2') });
    const before = lockOf(pin('alias/b', 'k2'), pin('alias/old', 'k3'));
    expect(await planPins(policyNaming('alias/a', ['alias/b']), before, ports)).toEqual({
      steps: [
        { kind: 'added', pin: pin('alias/a', 'k1'), notes: [] },
        { kind: 'kept', pin: pin('alias/b', 'k2'), notes: [] },
        { kind: 'dropped', pin: pin('alias/old', 'k3') },
      ],
      lock: lockOf(pin('alias/a', 'k1'), pin('alias/b', 'k2')),
    });
  });

  it('tells an alias that moved, with both keys', async () => {
    const ports = portsWith({ 'alias/a': makeKey('k2') });
    const { steps, lock } = await planPins(
      policyNaming('alias/a', []),
      lockOf(pin('alias/a', 'k1')),
      ports,
    );
    expect(steps).toEqual([
      { kind: 'moved', pin: pin('alias/a', 'k2'), from: keyArn('k1'), notes: [] },
    ]);
    expect(lock).toEqual(lockOf(pin('alias/a', 'k2')));
  });

  it('leaves pins of other accounts and Regions alone', async () => {
    const others = [
      pin('alias/a', 'k9', OTHER_ACCOUNT),
      { ...pin('alias/a', 'k1'), region: 'eu-central-1' },
    ];
    const ports = portsWith({ 'alias/a': makeKey('k1') });
    const { steps, lock } = await planPins(policyNaming('alias/a', []), lockOf(...others), ports);
    expect(steps).toEqual([{ kind: 'added', pin: pin('alias/a', 'k1'), notes: [] }]);
    expect(lock.pins).toHaveLength(3);
  });

  it('pins an alias ARN by its name, in the account of its key', async () => {
    const arn = `arn:aws:kms:${REGION}:${OTHER_ACCOUNT}:alias/theirs`;
    const ports = portsWith({
      'alias/a': makeKey('k1'),
      [arn]: makeKey('k7', { arn: keyArn('k7', OTHER_ACCOUNT) }),
    });
    const { lock } = await planPins(policyNaming('alias/a', [arn]), EMPTY_LOCK, ports);
    expect(lock.pins).toContainEqual(pin('alias/theirs', 'k7', OTHER_ACCOUNT));
  });

  it('does not ask one Region for the alias of another', async () => {
    const alias = `arn:aws:kms:us-east-1:${ACCOUNT}:alias/far`;
    const ports = portsWith({ 'alias/a': makeKey('k1') });
    const { steps } = await planPins(policyNaming('alias/a', [alias]), EMPTY_LOCK, ports);
    expect(steps).toContainEqual({ kind: 'elsewhere', alias, region: 'us-east-1' });
  });

  it('tells an alias that KMS does not find, and pins it to nothing', async () => {
    const { steps, lock } = await planPins(policyNaming('alias/a', []), EMPTY_LOCK, portsWith({}));
    expect(steps).toEqual([
      {
        kind: 'unresolved',
        alias: 'alias/a',
        unreadable: { kind: 'key-unreadable', cause: 'not-found', words: 'no alias/a' },
      },
    ]);
    expect(lock).toEqual(EMPTY_LOCK);
  });

  it.each([
    [
      'asymmetric',
      { spec: 'RSA_2048' },
      'its spec is `RSA_2048`, and S3 takes only `SYMMETRIC_DEFAULT`',
    ],
    [
      'for signing',
      { usage: 'SIGN_VERIFY' },
      'its usage is `SIGN_VERIFY`, and S3 takes only `ENCRYPT_DECRYPT`',
    ],
    ['managed by AWS', { manager: 'aws' }, 'it is an AWS managed key, which cannot be a target'],
    ['disabled', { state: 'Disabled' }, 'its state is `Disabled`'],
    ['pending deletion', { state: 'PendingDeletion' }, 'its state is `PendingDeletion`'],
  ] as const)('does not pin a target that is %s', async (_title, facts, flaw) => {
    const ports = portsWith({ 'alias/a': makeKey('k1', facts) });
    const { steps, lock } = await planPins(policyNaming('alias/a', []), EMPTY_LOCK, ports);
    expect(steps).toEqual([
      { kind: 'unusable', alias: 'alias/a', keyArn: keyArn('k1'), flaws: [flaw] },
    ]);
    expect(lock).toEqual(EMPTY_LOCK);
  });

  it('pins a key that is no target although it is disabled, and says so', async () => {
    const ports = portsWith({
      'alias/a': makeKey('k1'),
      'alias/b': makeKey('k2', { state: 'Disabled' }),
    });
    const { steps } = await planPins(policyNaming('alias/a', ['alias/b']), EMPTY_LOCK, ports);
    expect(steps[1]).toEqual({
      kind: 'added',
      pin: pin('alias/b', 'k2'),
      notes: ['its state is `Disabled`'],
    });
  });
});
