import { describe, expect, it } from '@jest/globals';
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
    [
      'copy-differs',
      'its copy is not the one that the manifest was written for',
      { manifest: { ...MANIFEST, copyEtag: 'other' } },
    ],
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
    [
      'versioning-suspended',
      'a write would replace an older version',
      { versioning: { kind: 'versioning', status: 'suspended', mfaDelete: false } },
    ],
    [
      'versioning-unreadable',
      'nobody can tell whether one would',
      { versioning: { kind: 'versioning-unreadable', words: 'AccessDenied' } },
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

  it.each<readonly [string, string | undefined, Partial<RestoreFacts>]>([
    [
      'when, by whom and why it was released',
      '2026-11-22T00:00:00.000Z by arn:jane: because',
      { release: RELEASED },
    ],
    [
      'that its copy is gone',
      'it is gone',
      { copy: { kind: 'gone', ref: MANIFEST.source.ref, deleteMarker: false } },
    ],
    [
      'what AWS says of its copy',
      'no',
      {
        copy: { kind: 'unreadable', ref: MANIFEST.source.ref, cause: 'access-denied', words: 'no' },
      },
    ],
    ['that its copy is another one', 'ETag', { manifest: { ...MANIFEST, copyEtag: 'other' } }],
    ['in what its copy differs', 'size, tags', copy({ size: 12, tags: {} })],
    [
      'what AWS says of the bucket',
      'AccessDenied',
      { versioning: { kind: 'versioning-unreadable', words: 'AccessDenied' } },
    ],
    ['since when something newer is there', '2026-11-23T00:00:00.000Z', there({})],
  ])('says %s', (_title, detail, more) => {
    expect(planRestore(makeRestoreFacts(more))).toMatchObject({ kind: 'refused', detail });
  });

  it('takes the copy that the manifest names', () => {
    const manifest = { ...MANIFEST, copyEtag: 'etag-q' };
    expect(planRestore(makeRestoreFacts({ manifest }))).toMatchObject({ kind: 'restore' });
  });

  it('does not mind our marker on the copy, which has no ACL of its own', () => {
    const tags = { team: 'hr', 'sealward-isolated': 'payroll' };
    const acl = {
      owner: 'them',
      grants: [{ grantee: { kind: 'user', id: 'you' }, permission: 'READ' }],
    } as const;
    const manifest = makeManifest({ acl });
    const marked = { kind: 'attributes', attributes: copyOf(manifest, { tags }) } as const;
    expect(planRestore(makeRestoreFacts({ manifest, copy: marked }))).toMatchObject({
      kind: 'restore',
    });
  });

  it('puts it where there never was versioning', () => {
    const versioning = { kind: 'versioning', status: 'never', mfaDelete: false } as const;
    expect(planRestore(makeRestoreFacts({ versioning }))).toMatchObject({ kind: 'restore' });
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
    expect(restoreTask(manifest, copyOf(manifest), K1)).not.toHaveProperty('tags');
    expect(restoreTask(manifest, from, K1)).toMatchObject({
      tags: 'set',
      to: { bucket: 'payroll-2026', key: 'x.pdf' },
      attributes: { ref: from.ref, etag: from.etag, acl, tags: { team: 'hr' } },
      encryption: K1,
      onlyIf: { kind: 'absent' },
      acl: 'carry',
      lock: 'leave',
    });
  });
});
