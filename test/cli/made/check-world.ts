import type { Reading } from '../../../core/objects/object-facts.ts';
import type { Ref } from '../../../core/objects/ref.ts';
import { keyArn, makeKey, makeObject, sseKms } from '../../made/facts.ts';
import { run, type World } from './door.ts';

export const POLICY = `
version: 1
mode: enforce
rules:
  - id: payroll
    match: { buckets: ["payroll-*"] }
    require: { encryption: [aws:kms], kms-key: [alias/payroll] }
    on-violation: re-encrypt
    target: { kms-key: alias/payroll }
    severity: high
exemptions:
  - id: etl
    match: { buckets: [payroll-eu], objects: ["etl/**"] }
    reason: vendor
    owner: data
    expires: 2027-01-31
`;
const LOCK = JSON.stringify({
  version: 1,
  pins: [
    { account: '111122223333', region: 'eu-west-1', alias: 'alias/payroll', keyArn: keyArn('k1') },
  ],
});
export const FILES = { 'sealward.policy.yaml': POLICY, 'sealward.policy.lock.json': LOCK };
export const KEYS = { [keyArn('k1')]: makeKey('k1'), 'alias/payroll': makeKey('k1') };

const BY_KEY: Readonly<Record<string, (ref: Ref) => Reading>> = {
  'good.pdf': (ref) => makeObject(sseKms('k1'), { ref }),
  'bad.pdf': (ref) => makeObject({ kind: 'sse-s3' }, { ref }),
  'etl/x': (ref) => makeObject({ kind: 'sse-s3' }, { ref }),
  'secret.pdf': (ref) => ({ kind: 'unreadable', ref, cause: 'access-denied', words: 'Forbidden' }),
  'expired.pdf': (ref) => ({ kind: 'unreadable', ref, cause: 'invalid-request', words: '400' }),
  'slow.pdf': () => {
    throw Object.assign(new Error('slow'), { name: 'SlowDown' });
  },
};
export const objects = (ref: Ref): Reading =>
  BY_KEY[ref.key]?.(ref) ?? { kind: 'gone', ref, deleteMarker: false };

export const WORLD: World = { files: FILES, keys: KEYS, objects };
export const refs = (...keys: readonly string[]): readonly Ref[] =>
  keys.map((key) => ({ bucket: 'payroll-eu', key }));
export const failing = (name: string): Error =>
  Object.assign(new Error('as AWS says it'), { name });
export const summaryOf = (out: readonly string[]): string => out.at(-1)?.split(';')[0] ?? '';

export const checkJson = async (world: World, ...more: readonly string[]) => {
  const ran = await run(world, 'check', ...more, '--json');
  return { ...ran, lines: ran.out.map((line): unknown => JSON.parse(line)) };
};
