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
  RELEASED,
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
      lastModified: new Date('2026-11-23T00:00:00Z'),
      ...more,
    }),
  },
});
/** What a release puts there, and what it notes before. */
const OWN = there({ encryption: sseKms('k1') });
const TASK = restoreTask(MANIFEST, copyOf(MANIFEST), K1);
const progress = beginProgress(TASK, NOW);

describe('planRestore', () => {
  it('puts it back under the target', () => {
    expect(planRestore(makeRestoreFacts())).toMatchObject({
      kind: 'restore',
      how: 'under-target',
      encryption: K1,
      verdict: { kind: 'compliant', rule: 'payroll' },
    });
  });

  it.each<readonly [string, string, Partial<RestoreFacts>]>([
    ['already-released', 'it was released', { release: RELEASED }],
    [
      'copy-unreadable',
      'its copy is gone',
      { copy: { kind: 'gone', ref: MANIFEST.source.ref, deleteMarker: false } },
    ],
    ['copy-archived', 'its copy is archived', copy({ archived: true })],
    ['copy-differs', 'its copy has other bytes', copy({ size: 12 })],
    ['copy-differs', 'its copy has other tags', copy({ tags: {} })],
    ['copy-differs', 'its copy lacks an annotation', copy({ annotations: [] })],
    [
      'copy-differs',
      'its copy has another checksum',
      copy({ checksum: { algorithm: 'CRC64NVME', type: 'FULL_OBJECT', value: 'zzz=' } }),
    ],
    ['destination-taken', 'something newer is there', there({})],
    [
      'destination-taken',
      'something with the same attributes and other bytes is there',
      there({
        encryption: sseKms('k1'),
        checksum: { algorithm: 'CRC64NVME', type: 'FULL_OBJECT', value: 'zzz=' },
      }),
    ],
    [
      'destination-unreadable',
      'nobody can tell what is there',
      { destination: { kind: 'unreadable', ref: MANIFEST.source.ref, cause: 'access-denied' } },
    ],
    [
      'not-moved-yet',
      'it is still there itself',
      { destination: { kind: 'attributes', attributes: MANIFEST.source } },
    ],
    ['violation', 'the policy has no place for it', makePolicyFacts(RULE)],
    [
      'destination-taken',
      'something newer is there, and no place either',
      {
        ...makePolicyFacts(RULE),
        ...there({}),
      },
    ],
  ])('refuses with %s where %s', (reason, _title, more) => {
    expect(planRestore(makeRestoreFacts(more))).toMatchObject({ kind: 'refused', reason });
  });

  it('notes what an earlier run has put there, and has not noted', () => {
    expect(planRestore(makeRestoreFacts(OWN))).toMatchObject({ kind: 'note', versionId: 'v9' });
  });

  it('goes on with a copy that an earlier run has begun', () => {
    expect(planRestore(makeRestoreFacts({ ...OWN, progress }))).toMatchObject({ kind: 'restore' });
    const noAnnotations = there({ encryption: sseKms('k1'), annotations: [] });
    expect(planRestore(makeRestoreFacts({ ...noAnnotations, progress }))).toMatchObject({
      kind: 'restore', // its annotations are still on their way
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

describe('restoreTask', () => {
  it('takes all from the copy, the ACL from the manifest, and leaves our marker behind', () => {
    const acl = {
      owner: 'them',
      grants: [{ grantee: { kind: 'user', id: 'you' }, permission: 'READ' }],
    } as const;
    const manifest = makeManifest({ acl });
    const from = copyOf(manifest, { tags: { team: 'hr', 'sealward-isolated': 'payroll' } });
    expect(restoreTask(manifest, from, K1)).toMatchObject({
      to: { bucket: 'payroll-2026', key: 'x.pdf' },
      attributes: { ref: from.ref, etag: from.etag, acl, tags: { team: 'hr' } },
      encryption: K1,
      onlyIf: { kind: 'absent' },
      acl: 'carry',
      lock: 'leave',
    });
  });
});
