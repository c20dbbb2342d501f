import { describe, expect, it } from '@jest/globals';
import { beginProgress } from '../../../core/copies/begin-progress.ts';
import type { ObjectAttributes } from '../../../core/copies/object-attributes.ts';
import { planRestore, type RestoreFacts } from '../../../core/release/plan-restore.ts';
import { restoreTask } from '../../../core/release/restore-task.ts';
import { keyArn, sseKms } from '../../made/facts.ts';
import {
  copyOf,
  makeAttributes,
  makeManifest,
  makePolicyFacts,
  makeRestoreFacts,
  NOW,
  RULE,
} from './made.ts';

const MANIFEST = makeManifest();
const K1 = { algorithm: 'aws:kms', keyArn: keyArn('k1'), bucketKey: true } as const;

const copy = (more: Partial<ObjectAttributes>): Partial<RestoreFacts> => ({
  copy: { kind: 'attributes', attributes: copyOf(MANIFEST, more) },
});
const there = (more: Partial<ObjectAttributes>): Partial<RestoreFacts> => ({
  destination: {
    kind: 'attributes',
    attributes: makeAttributes({
      ref: { bucket: 'payroll-2026', key: 'x.pdf', versionId: 'v9' },
      etag: 'etag-9',
      lastModified: new Date('2026-11-24T12:00:01Z'), // right after `NOW`
      ...more,
    }),
  },
});
const OTHER_ACL = {
  acl: { owner: 'us', grants: [{ grantee: { kind: 'user', id: 'x' }, permission: 'READ' }] },
} as const;
/** What a release puts there, and what it notes before. */
const OWN = there({ encryption: sseKms('k1') });
const TASK = restoreTask(MANIFEST, copyOf(MANIFEST), K1);
const RESTORED = {
  v: 1,
  intentId: MANIFEST.intentId,
  at: '2026-11-23T00:00:00.000Z',
  versionId: 'v9',
  etag: 'etag-9',
} as const;
const progress = beginProgress(TASK, NOW);

describe('planRestore, where something is there already', () => {
  it('notes what an earlier run has put there, and has not noted', () => {
    expect(planRestore(makeRestoreFacts(OWN))).toMatchObject({ kind: 'note', versionId: 'v9' });
  });

  it('is not fooled by an ETag of old where there are no versions: only the date tells what is still there', () => {
    const ref = { bucket: 'payroll-2026', key: 'x.pdf' };
    const { source } = MANIFEST;
    const manifest = { ...MANIFEST, source: { ...source, ref } };
    const same = { ref, etag: source.etag };
    const still = there({ ...same, lastModified: source.lastModified });
    expect(planRestore(makeRestoreFacts({ ...still, manifest }))).toMatchObject({
      reason: 'not-moved-yet',
    });
    expect(planRestore(makeRestoreFacts({ ...there(same), manifest }))).not.toMatchObject({
      reason: 'not-moved-yet',
    });
  });

  describe('after S3 told an earlier run what it has put there', () => {
    const unproven = { algorithm: 'SHA256', type: 'COMPOSITE', value: 'q=-2' } as const;
    const composite = {
      ...copy({ checksum: unproven }),
      ...there({ checksum: { ...unproven, value: 'r=-3' }, encryption: sseKms('k1') }),
    };

    it('notes it, though no checksum proves it', () => {
      expect(planRestore(makeRestoreFacts(composite))).toMatchObject({
        reason: 'destination-taken',
      });
      expect(planRestore(makeRestoreFacts({ ...composite, restored: RESTORED }))).toMatchObject({
        kind: 'note',
        versionId: 'v9',
        verdict: { kind: 'compliant' },
      });
    });

    it('notes it, though the policy would not give it back by now', () => {
      const facts = { ...makePolicyFacts(RULE), ...there({}), restored: RESTORED };
      expect(planRestore(makeRestoreFacts(facts))).toMatchObject({
        kind: 'note',
        verdict: { kind: 'violation' },
      });
    });

    it('says what was changed on it since', () => {
      const facts = { ...there({ tags: { team: 'it' } }), restored: RESTORED };
      expect(planRestore(makeRestoreFacts(facts))).toMatchObject({
        reason: 'restored-differs',
        detail: 'tags',
      });
    });

    it.each([{ etag: 'other' }, { versionId: 'v8' }])('buries nothing newer: %j', (more) => {
      const facts = { ...there({}), restored: { ...RESTORED, ...more } };
      expect(planRestore(makeRestoreFacts(facts))).toMatchObject({
        reason: 'destination-taken',
        detail: expect.stringContaining('an earlier run put it back at'),
      });
    });

    it('puts it back once more where it was deleted since', () => {
      expect(planRestore(makeRestoreFacts({ restored: RESTORED }))).toMatchObject({
        kind: 'restore',
      });
    });
  });

  it('goes on with a copy that an earlier run has begun', () => {
    expect(planRestore(makeRestoreFacts({ ...OWN, progress }))).toMatchObject({
      kind: 'finish',
      encryption: K1,
      there: { etag: 'etag-9' },
    });
    const isOlder = there({ encryption: sseKms('k1'), lastModified: new Date('2026-11-23') });
    expect(planRestore(makeRestoreFacts({ ...isOlder, progress }))).toMatchObject({
      kind: 'note', // its checksum proves it all the same
    });
    const noAnnotations = there({ encryption: sseKms('k1'), annotations: [] });
    expect(planRestore(makeRestoreFacts({ ...noAnnotations, progress }))).toMatchObject({
      kind: 'finish', // its annotations are still on their way
    });
  });

  it.each<readonly [string, Partial<ObjectAttributes>]>([
    [
      'whose checksum covers only its parts',
      { checksum: { algorithm: 'CRC64NVME', type: 'COMPOSITE', value: 'q=-2' } },
    ],
    ['that lacks an annotation', { annotations: [] }],
    ['that has another tag', { tags: { team: 'it' } }],
    ['that has another ACL', OTHER_ACL],
    ['that is encrypted otherwise', { encryption: sseKms('k2') }],
  ])('claims no object as its own %s', (_title, more) => {
    expect(
      planRestore(makeRestoreFacts(there({ encryption: sseKms('k1'), ...more }))),
    ).toMatchObject({
      kind: 'refused',
      reason: 'destination-taken',
      detail: '2026-11-24T12:00:01.000Z',
    });
  });

  it('takes another version for another object, though its ETag and date are those of old', () => {
    const { etag, lastModified } = MANIFEST.source;
    expect(planRestore(makeRestoreFacts(there({ etag, lastModified })))).toMatchObject({
      reason: 'destination-taken',
    });
    const overwritten = there({ ref: MANIFEST.source.ref, lastModified });
    expect(planRestore(makeRestoreFacts(overwritten))).toMatchObject({
      reason: 'destination-taken',
    });
  });

  it('says when, and as what, an earlier run put it back that was overwritten since', () => {
    const { versionId: _, ...unversioned } = { ...RESTORED, etag: 'other' };
    const detail = (restored: typeof unversioned) => {
      const plan = planRestore(makeRestoreFacts({ ...there({}), restored }));
      return plan.kind === 'refused' ? plan.detail : undefined;
    };
    expect(detail(unversioned)).toBe(
      '2026-11-24T12:00:01.000Z; an earlier run put it back at 2026-11-23T00:00:00.000Z, and it was overwritten since',
    );
    expect(detail({ ...RESTORED, etag: 'other' })).toBe(
      '2026-11-24T12:00:01.000Z; an earlier run put it back at 2026-11-23T00:00:00.000Z as version `v9`, and it was overwritten since',
    );
  });

  it('says everything that was changed since on what was put back', () => {
    const changed = { ...there({ tags: {}, ...OTHER_ACL }), restored: RESTORED };
    expect(planRestore(makeRestoreFacts(changed))).toMatchObject({ detail: 'tags, ACL' });
  });

  it('notes no version id where there are no versions', () => {
    const ref = { bucket: 'payroll-2026', key: 'x.pdf' };
    const { versionId: _, ...restored } = RESTORED;
    const plan = planRestore(makeRestoreFacts({ ...there({ ref }), restored }));
    expect(plan).toStrictEqual({ kind: 'note', verdict: expect.objectContaining({}) });
  });

  it('goes by nothing but the note where another service encrypts what is there', () => {
    const encryption = { kind: 'sse-c' } as const;
    expect(planRestore(makeRestoreFacts({ ...there({ encryption }), progress }))).toMatchObject({
      reason: 'destination-taken',
    });
  });

  it('buries nothing of somebody else, whatever an earlier run has begun', () => {
    expect(planRestore(makeRestoreFacts({ ...there({}), progress }))).toMatchObject({
      reason: 'destination-taken',
    });
  });

  it('claims no object as its own that it cannot prove to have the same bytes', () => {
    const none = copyOf(MANIFEST);
    const { checksum: _, ...unknown } = none;
    expect(
      planRestore(makeRestoreFacts({ ...OWN, copy: { kind: 'attributes', attributes: unknown } })),
    ).toMatchObject({ reason: 'destination-taken' });
  });
});
