import { describe, expect, it } from '@jest/globals';
import { readPlan, type ReadPlanPorts } from '../../../app/release/read-plan.ts';
import { toAwsProblem } from '../../../aws/to-aws-problem.ts';
import { ACCOUNT, keyArn, makeKey, makeObject, sseKms } from '../../made/facts.ts';
import {
  copyOf,
  ISOLATED,
  makeManifest,
  makePolicyFacts,
  NOW,
  WITH_TARGET,
} from '../../core/release/made.ts';

const MANIFEST = makeManifest();
const failing = (name: string) => Object.assign(new Error('no'), { name });

const makePorts = (more: Partial<ReadPlanPorts> = {}) => {
  const asked: string[] = [];
  const ports: ReadPlanPorts = {
    policy: makePolicyFacts(
      WITH_TARGET.replace('kms-key: [alias/k1]', 'kms-key: [alias/k1], key-rotation: true'),
    ).policy,
    account: ACCOUNT,
    quarantineBucket: 'quarantine',
    readAttributes: ({ bucket, key }) => {
      asked.push(`attributes ${bucket}/${key}`);
      return Promise.resolve(
        bucket === 'quarantine'
          ? { kind: 'attributes', attributes: copyOf(MANIFEST) }
          : { kind: 'gone', ref: { bucket, key }, deleteMarker: false },
      );
    },
    readObject: ({ versionId }) => {
      asked.push(`object ${versionId}`);
      return Promise.resolve(makeObject(sseKms('k1'), { etag: 'etag-1' }));
    },
    readVersionTags: () => Promise.resolve({ kind: 'tags', tags: {} }),
    readVersioning: (bucket) => {
      asked.push(`versioning ${bucket}`);
      return Promise.resolve({ kind: 'versioning', status: 'enabled', mfaDelete: false });
    },
    readBucketTags: () => Promise.resolve({ kind: 'tags', tags: {} }),
    readKey: (key) => {
      asked.push(`key ${key}`);
      return Promise.resolve(makeKey('k1'));
    },
    readRotation: (key) => {
      asked.push(`rotation ${key}`);
      return Promise.resolve({ kind: 'rotation', enabled: true });
    },
    readProgress: () => Promise.resolve(undefined),
    toProblem: toAwsProblem,
    now: () => NOW,
    ...more,
  };
  return { ports, asked };
};
const entryOf = (manifest: typeof MANIFEST | typeof ISOLATED) =>
  ({ kind: 'quarantined', bucket: 'payroll-2026', intentId: manifest.intentId, manifest }) as const;

describe('readPlan', () => {
  it('asks for the copy, for what is there, and for the key of the target by its alias', async () => {
    const { ports, asked } = makePorts();
    expect(await readPlan(ports, entryOf(MANIFEST))).toMatchObject({ kind: 'restore' });
    expect(asked.toSorted()).toEqual([
      'attributes payroll-2026/x.pdf',
      `attributes quarantine/payroll-2026/${MANIFEST.intentId}/object`,
      'key alias/k1',
      `key ${keyArn('k1')}`,
      `rotation ${keyArn('k1')}`,
      'versioning payroll-2026',
    ]);
  });

  it('asks for exactly the version that was isolated', async () => {
    const { ports, asked } = makePorts();
    expect(await readPlan(ports, entryOf(ISOLATED))).toMatchObject({ kind: 'unmark' });
    expect(asked).toContain('object v1');
  });

  it('takes refused tags for unreadable ones', async () => {
    const { ports } = makePorts({
      readVersionTags: () =>
        Promise.resolve({ kind: 'refused', code: 'AccessDenied', words: 'no' }),
    });
    expect(await readPlan(ports, entryOf(ISOLATED))).toMatchObject({ reason: 'source-unreadable' });
  });

  it('says where the bucket is no more, and throws everything else on', async () => {
    const gone = makePorts({ readBucketTags: () => Promise.reject(failing('NoSuchBucket')) });
    expect(await readPlan(gone.ports, entryOf(MANIFEST))).toMatchObject({ reason: 'bucket-gone' });
    const slow = makePorts({ readBucketTags: () => Promise.reject(failing('SlowDown')) });
    await expect(readPlan(slow.ports, entryOf(MANIFEST))).rejects.toThrow('no');
  });
});
