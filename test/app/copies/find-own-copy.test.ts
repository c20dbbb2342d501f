import { describe, expect, it } from '@jest/globals';
import { findOwnCopy } from '../../../app/copies/find-own-copy.ts';
import { beginProgress } from '../../../core/copies/begin-progress.ts';
import type { ObjectAttributes } from '../../../core/copies/object-attributes.ts';
import type { Ref } from '../../../core/objects/ref.ts';
import { sseKms } from '../../made/facts.ts';
import { makeAttributes, makeTask } from '../../core/copies/made-attributes.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const ETAG = makeAttributes().etag;
const version = (versionId: string, etag = `etag of ${versionId}`) => ({
  versionId,
  etag,
  lastModified: NOW,
});

const find = async (
  versionId: string | undefined,
  versions: readonly ReturnType<typeof version>[],
  { copy = {}, to }: { copy?: Partial<ObjectAttributes>; to?: Ref } = {},
) => {
  const { ref } = makeAttributes();
  const { versionId: _v, ...unversioned } = ref;
  const source = versionId === undefined ? unversioned : { ...ref, versionId };
  const task = makeTask({ ref: source }, to && { to, onlyIf: { kind: 'absent' } });
  const asked: (string | undefined)[] = [];
  const own = await findOwnCopy(
    {
      uploads: {} as never, // nothing is asked of them: it is no copy in parts
      versionsOfKey: async () => Promise.resolve(versions),
      readAttributes: async (one) => {
        asked.push(one.versionId);
        const attributes = makeAttributes({
          ref: one,
          lastModified: NOW,
          encryption: sseKms('target'),
          ...copy,
        });
        return Promise.resolve({ kind: 'attributes', attributes });
      },
    },
    task,
    beginProgress(task, NOW),
  );
  return { own: own?.kind === 'made' ? own.versionId : own?.kind, asked };
};

describe('looks for a copy onto itself', () => {
  it.each([
    ['right above its source', 'v1', [version('v3'), version('v2'), version('v1', ETAG)], 'v2'],
    ['above the null version', 'null', [version('v2'), version('null', ETAG)], 'v2'],
    ['in the place of its source', undefined, [version('null')], 'null'],
    ['in the place of the null version', 'null', [version('v9'), version('null')], 'null'],
  ] as const)('%s', async (_title, versionId, versions, expected) => {
    expect(await find(versionId, versions)).toEqual({ own: expected, asked: [expected] });
  });

  it.each([
    ['where its source is on top', 'v1', [version('v1', ETAG), version('v0')]],
    ['where its source is deleted', 'v1', [version('v2')]],
    ['where nothing is there', undefined, []],
  ] as const)('nowhere %s', async (_title, versionId, versions) => {
    expect(await find(versionId, versions)).toEqual({ own: undefined, asked: [] });
  });
});

it('looks for any other copy in what is current at its destination, whatever lies below', async () => {
  const to = { bucket: 'quarantine', key: 'k' };
  expect(await find('v1', [version('v8'), version('v7')], { to })).toEqual({
    own: undefined, // an object without a version id, as it is in the bucket that this stands for
    asked: [undefined],
  });
  const copy = { ref: { ...to, versionId: 'v8' } };
  expect(await find('v1', [], { to, copy })).toEqual({ own: 'v8', asked: [undefined] });
});

it('takes a newer upload for what it is', async () => {
  const { own } = await find('v1', [version('v2'), version('v1', ETAG)], { copy: { size: 13 } });
  expect(own).toBeUndefined();
});
