import type { ObjectAttributes } from '../../../core/copies/object-attributes.ts';
import type { IsolateManifest, MoveManifest, Release } from '../../../core/quarantine/manifest.ts';
import type { PolicyFacts } from '../../../core/release/policy-facts.ts';
import type { RestoreFacts } from '../../../core/release/plan-restore.ts';
import { ACCOUNT, keyArn, makeKey, makeViolation } from '../../made/facts.ts';
import { makeLock, makePolicy } from '../../made/policy.ts';

export const NOW = new Date('2026-11-24T12:00:00Z');
export const INTENT = 'e'.repeat(64);

export const makeAttributes = (more: Partial<ObjectAttributes> = {}): ObjectAttributes => ({
  ref: { bucket: 'payroll-2026', key: 'x.pdf', versionId: 'v1' },
  etag: 'etag-1',
  lastModified: new Date('2026-11-20T09:15:02Z'),
  size: 11,
  encryption: { kind: 'sse-s3' },
  headers: { contentType: 'text/plain' },
  metadata: { owner: 'hr' },
  missingMetadata: 0,
  storageClass: 'STANDARD',
  archived: false,
  tags: { team: 'hr' },
  acl: { owner: 'us', grants: [] },
  checksum: { algorithm: 'CRC64NVME', type: 'FULL_OBJECT', value: 'abc=' },
  annotations: [{ name: 'lineage', etag: 'a1', size: 3 }],
  ...more,
});

const EVERY = {
  v: 1,
  intentId: INTENT,
  policyHash: 'before',
  stack: 'sealward-prod',
  at: '2026-11-21T00:00:00.000Z',
  because: makeViolation(),
} as const;

export const makeManifest = (source: Partial<ObjectAttributes> = {}): MoveManifest => ({
  ...EVERY,
  kind: 'move',
  source: makeAttributes(source),
});

export const ISOLATED: IsolateManifest = { ...EVERY, kind: 'isolate', source: makeAttributes() };

export const RELEASED: Release = {
  v: 1,
  intentId: INTENT,
  releaseId: 'r',
  at: '2026-11-22T00:00:00.000Z',
  by: 'arn:jane',
  reason: 'because',
};

/** What lies in quarantine for a manifest. */
export const copyOf = ({ source }: MoveManifest, more: Partial<ObjectAttributes> = {}) =>
  makeAttributes({
    ...source,
    ref: { bucket: 'quarantine', key: `payroll-2026/${INTENT}/object`, versionId: 'q1' },
    etag: 'etag-q',
    lastModified: new Date('2026-11-21T00:00:00Z'),
    encryption: { kind: 'sse-kms', keyArn: keyArn('quarantine'), bucketKey: true },
    acl: { owner: 'us', grants: [] },
    ...more,
  });

/** Rules as lines of YAML below `rules:`; `alias/NAME` is pinned to the key `NAME`. */
export const makePolicyFacts = (
  rules: string,
  more: Partial<PolicyFacts> & { readonly exemptions?: string } = {},
): PolicyFacts => {
  const { exemptions = '', ...facts } = more;
  return {
    policy: makePolicy(`version: 1\nrules:\n${rules}\n${exemptions}`, makeLock('k1', 'k2')),
    account: ACCOUNT,
    now: NOW,
    ref: { bucket: 'payroll-2026', key: 'x.pdf' },
    objectTags: { kind: 'tags', tags: { team: 'hr' } },
    bucketTags: { kind: 'tags', tags: {} },
    keys: new Map([
      [keyArn('k1'), makeKey('k1')],
      ['alias/k1', makeKey('k1')],
      [keyArn('k2'), makeKey('k2')],
      [keyArn('s3'), makeKey('s3', { manager: 'aws' })],
    ]),
    rotations: new Map(),
    ...facts,
  };
};

export const RULE = `
  - id: payroll
    match: { buckets: ["payroll-*"] }
    require: { encryption: [aws:kms], kms-key: [alias/k1] }
    on-violation: quarantine
`;
export const WITH_TARGET = `${RULE}    target: { kms-key: alias/k1 }\n`;
export const EXEMPT = `
exemptions:
  - id: etl
    match: { buckets: ["payroll-*"] }
    reason: vendor
    owner: data
    expires: 2027-01-31
`;

export const makeRestoreFacts = (more: Partial<RestoreFacts> = {}): RestoreFacts => {
  const manifest = more.manifest ?? makeManifest();
  return {
    ...makePolicyFacts(WITH_TARGET),
    manifest,
    copy: { kind: 'attributes', attributes: copyOf(manifest) },
    destination: { kind: 'gone', ref: manifest.source.ref, deleteMarker: true },
    versioning: { kind: 'versioning', status: 'enabled', mfaDelete: false },
    ...more,
  };
};
