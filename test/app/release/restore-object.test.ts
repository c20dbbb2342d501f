import { describe, expect, it } from '@jest/globals';
import { restoreObject } from '../../../app/release/restore-object.ts';
import type { Copied } from '../../../core/copies/copy-task.ts';
import type { ObjectAttributes } from '../../../core/copies/object-attributes.ts';
import type { ReleasePlan } from '../../../core/release/release-plan.ts';
import { keyArn, sseKms } from '../../made/facts.ts';
import { copyOf, makeAttributes, makeManifest } from '../../core/release/made.ts';

const MANIFEST = makeManifest();
const PLAN: Extract<ReleasePlan, { kind: 'restore' }> = {
  kind: 'restore',
  from: copyOf(MANIFEST),
  encryption: { algorithm: 'aws:kms', keyArn: keyArn('k1'), bucketKey: true },
  how: 'under-target',
  verdict: { kind: 'compliant', rule: 'payroll' },
};
const COPIED: Copied = { kind: 'copied', versionId: 'v2', etag: 'e2' };

const restore = async (copied: Copied, more: Partial<ObjectAttributes> | 'gone' = {}) => {
  const ref = { bucket: 'payroll-2026', key: 'x.pdf', versionId: 'v2' };
  return restoreObject(
    {
      copyWhole: () => Promise.resolve(copied),
      readAttributes: (asked) => {
        expect(asked).toEqual({ bucket: 'payroll-2026', key: 'x.pdf' }); // as everybody reads it
        return Promise.resolve(
          more === 'gone'
            ? { kind: 'gone', ref, deleteMarker: false }
            : {
                kind: 'attributes',
                attributes: makeAttributes({
                  ref,
                  etag: 'e2',
                  encryption: sseKms('k1'),
                  ...more,
                }),
              },
        );
      },
    },
    MANIFEST,
    PLAN,
    () => 1,
  );
};

describe('restoreObject', () => {
  it('is done once all of it was read back', async () => {
    expect(await restore(COPIED)).toEqual({ kind: 'applied', versionId: 'v2' });
  });

  it.each<readonly [string, Partial<ObjectAttributes> | 'gone', string]>([
    ['a tag is missing', { tags: {} }, 'not as its manifest says: tags'],
    ['an annotation is missing', { annotations: [] }, 'annotations'],
    ['our marker came along', { tags: { team: 'hr', 'sealward-isolated': 'payroll' } }, 'tags'],
  ])('has failed where %s', async (_title, more, words) => {
    expect(await restore(COPIED, more)).toMatchObject({
      kind: 'failed',
      words: expect.stringContaining(words),
    });
  });

  it.each<readonly [string, Partial<ObjectAttributes> | 'gone', string]>([
    ['nothing is', 'gone', 'nothing is there'],
    ['another version is', { ref: { bucket: 'b', key: 'k', versionId: 'v1' } }, 'another object'],
    ['another object is', { etag: 'e3' }, 'another object'],
  ])('has not put back what nobody reads: %s there', async (_title, more, words) => {
    expect(await restore(COPIED, more)).toMatchObject({
      kind: 'superseded',
      words: expect.stringContaining(words),
    });
  });

  it('tells of a new owner, whom nobody can choose', async () => {
    expect(await restore(COPIED, { acl: { owner: 'release', grants: [] } })).toMatchObject({
      kind: 'applied',
      words: 'its owner was `us` and now is `release`',
    });
  });

  it.each<readonly [Copied, string]>([
    [{ kind: 'unfinished' }, 'unfinished'],
    [{ kind: 'source-changed', words: 'x' }, 'superseded'],
    [{ kind: 'destination-changed', words: 'x' }, 'superseded'],
    [{ kind: 'refused', code: 'AccessDenied', words: 'no' }, 'refused'],
  ])('passes on how the copy ended: %j', async (copied, kind) => {
    expect(await restore(copied)).toMatchObject({ kind });
  });
});
