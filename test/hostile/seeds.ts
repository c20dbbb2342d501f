import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest, Release } from '../../core/quarantine/manifest.ts';
import { serialiseManifest } from '../../core/quarantine/serialise-manifest.ts';
import { serialiseNotice } from '../../core/messages/notice-message.ts';
import { serialiseOrder } from '../../core/messages/order-message.ts';
import { serialiseRefMessage } from '../../core/messages/parse-ref-message.ts';
import type { Order } from '../../core/orders/order.ts';
import { serialisePolicyLock } from '../../core/policy/policy-lock.ts';
import { keyArn, makeViolation } from '../made/facts.ts';
import { makeLock, makePolicy } from '../made/policy.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const filesOf = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: ROOT })
    .toSorted()
    .map((file) => readFileSync(join(ROOT, file), 'utf8'));

const ID = 'a'.repeat(64);
const AT = '2026-11-20T09:15:02.000Z';
const ref = { bucket: 'payroll-2026', key: 'statements/x.pdf', versionId: 'v1' };
const every = {
  ref,
  pin: { kind: 'version', versionId: 'v1' },
  because: makeViolation({
    also: [{ requirement: 'bucket-key', expected: ['true'], found: 'false' }],
    undecided: [{ requirement: 'key-rotation', cause: 'access-denied', words: 'no' }],
    lapsedExemption: 'etl',
  }),
  policyHash: ID,
  intentId: ID,
} as const;
const to = { algorithm: 'aws:kms', keyArn: keyArn('payroll'), bucketKey: true } as const;

const orders: readonly Order[] = [
  { kind: 'update-encryption', to, ...every },
  { kind: 'copy-in-parts', to, size: 7, ...every },
  { kind: 'move', ...every, pin: { kind: 'etag', etag: 'e', lastModified: AT } },
];
export const ORDERS = orders.map((order) => serialiseOrder(order, { why: 'held', times: 2 }));

export const NOTICES = [
  serialiseNotice({ kind: 'breaker-opened', rule: 'payroll', orders: 501, hour: AT, at: AT }),
];
export const REFS = [
  serialiseRefMessage({
    v: 1,
    cause: 'writer',
    runId: 'run-1',
    refs: [
      { ...ref, etag: 'e', sequencer: '0A', attempt: 1 },
      {
        ...ref,
        returned: { intentId: ID, rule: 'payroll', outcome: { kind: 'applied', became: 'v2' } },
      },
      {
        ...ref,
        returned: {
          intentId: ID,
          rule: 'payroll',
          outcome: { kind: 'refused', code: 'AccessDenied', words: 'no' },
        },
      },
    ],
  }),
];
/** Every shape of event that S3 sends, bodies and envelopes alike. */
export const EVENTS = filesOf('events/{s3-eventbridge,s3-notification}/*.json');

const source = {
  ref,
  etag: 'e',
  lastModified: new Date(AT),
  size: 7,
  encryption: { kind: 'sse-kms', keyArn: keyArn('old'), bucketKey: false },
  headers: { contentType: 'text/plain' },
  metadata: { author: 'x', ['__proto__']: 'y' },
  missingMetadata: 0,
  tags: { team: 'pay' },
  storageClass: 'STANDARD',
  archived: false,
  acl: { owner: 'o', grants: [{ grantee: { kind: 'user', id: 'u' }, permission: 'READ' }] },
  annotations: [{ name: 'n', etag: 'e', size: 1 }],
  lock: { mode: 'GOVERNANCE', retainUntil: new Date(AT), legalHold: true },
} as const;
const noted = { v: 1, intentId: ID, policyHash: ID, stack: 'sealward', at: AT } as const;
const manifests: readonly Manifest[] = [
  { kind: 'move', ...noted, because: every.because, source },
  { kind: 'isolate', ...noted, because: every.because, source: { ref, tags: source.tags } },
];
const release: Release = {
  v: 1,
  intentId: ID,
  releaseId: ID,
  at: AT,
  by: 'arn:aws:iam::111122223333:user/x',
  reason: 'ours',
  versionId: 'v2',
};
export const MANIFESTS = manifests.map(serialiseManifest);
export const RELEASES = [serialiseManifest(release)];
export const RESTORED = [
  JSON.stringify({ v: 1, intentId: ID, at: AT, versionId: 'v2', etag: 'e' }),
];

export const POLICY = `version: 1
mode: enforce
defaults: { require: { encryption: [aws:kms] } }
rules:
  - id: payroll
    match: { buckets: ["payroll-*"], objects: ["statements/**"], object-tags: { team: pay } }
    require: { encryption: [aws:kms], kms-key: [alias/payroll], key-account: same, bucket-key: true }
    on-violation: re-encrypt
    target: { kms-key: &key alias/payroll, bucket-key: true }
    rekey-from: []
    severity: high
  - id: rest
    match: { objects: ["logs/?/*.gz"] }
    require: { kms-key: [*key] }
exemptions:
  - id: etl
    match: { buckets: [etl-landing] }
    reason: vendor tool
    owner: data-platform
    expires: 2027-01-31
`;
export const LOCK = makeLock('payroll');
export const POLICIES = [POLICY, ...filesOf('sealward.policy.yaml')];
export const LOCKS = [serialisePolicyLock(LOCK)];
const { matchers: _, ...compiled } = makePolicy(POLICY, LOCK);
export const COMPILED = [JSON.stringify(compiled)];
