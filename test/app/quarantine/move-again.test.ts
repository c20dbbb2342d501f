import { describe, expect, it } from '@jest/globals';
import { parseManifest } from '../../../core/quarantine/parse-manifest.ts';
import {
  INTENT,
  makeQuarantineWorld,
  MINUTES,
  MOVED_TO,
  QUARANTINE,
  type QuarantineWorld,
  SOURCE,
} from './quarantine-world.ts';

const OBJECT = `${SOURCE}/${INTENT}/object`;
const MANIFEST = `${SOURCE}/${INTENT}/manifest.json`;
const APPLIED = { kind: 'applied', movedTo: MOVED_TO };
const IN_PARTS = { versioning: 'Enabled', largestCopy: 8, partBytes: 8 } as const;
const BYTES = '0123456789abcdef0123456789';

/** The container dies right after this call is done, the first time. */
const dieAfter = (world: QuarantineWorld, wanted: string) => {
  world.around.after = (call) => {
    if (call !== wanted) return;
    delete world.around.after;
    throw new Error('container died');
  };
};

const begin = async (options: Parameters<typeof makeQuarantineWorld>[0]) => {
  const world = await makeQuarantineWorld(options);
  const ref = await world.put(BYTES, { Tagging: 'a=b' });
  const order = await world.moveOrder(ref);
  const move = async () => world.appliers.move(order, MINUTES);
  const toEnd = async () => {
    for (;;) {
      const outcome = await move();
      if (outcome !== 'continue') return outcome;
    }
  };
  const dies = async (call: string) => {
    dieAfter(world, call);
    await expect(move()).rejects.toThrow('container died');
  };
  return { world, ref, move, toEnd, dies };
};

describe('an order that is tried again', () => {
  it('carries the tags that the object has by now', async () => {
    const { world, ref, move, dies } = await begin({ versioning: 'Enabled' });
    await dies('CopyObject');
    await world.tag(ref, 'later');
    expect(await move()).toEqual(APPLIED);
    expect(await world.tagsOf({ bucket: QUARANTINE, key: OBJECT })).toEqual({ later: '' });
  });

  it.each([
    ['at once', { versioning: 'Enabled' }, 'CopyObject'],
    ['in parts', IN_PARTS, 'PutObjectAnnotation'],
    ['in parts, and noted as done', IN_PARTS, 'progress.end'],
    ['and its manifest written', { versioning: 'Enabled' }, 'PutObject'],
  ] as const)(
    'carries an annotation of the same size that was written since it was copied %s',
    async (_title, options, call) => {
      const { world, toEnd, dies } = await begin(options);
      await world.annotate('AAAA');
      await dies(call);
      await world.annotate('BBBB');
      expect(await toEnd()).toEqual(APPLIED);
      expect(await world.annotationThere()).toBe('BBBB');
      expect(await world.read(QUARANTINE, OBJECT)).toBe(BYTES);
      expect(world.items.size).toBe(0);
    },
  );

  it('takes no copy for one that the manifest is about because the object is as it was again', async () => {
    const { world, move, dies } = await begin({ versioning: 'Enabled' });
    await world.annotate('AAAA');
    await dies('PutObject'); // copy and manifest tell `AAAA`
    await world.annotate('BBBB');
    await dies('CopyObject'); // the copy has `BBBB` by now
    await world.annotate('AAAA');
    expect(await move()).toEqual(APPLIED);
    expect(await world.annotationThere()).toBe('AAAA');
  });

  it('copies nothing again where copy and manifest are about the object as it is', async () => {
    const { world, move, dies } = await begin({ versioning: 'Enabled' });
    await dies('PutObject');
    const before = await world.versions(QUARANTINE);
    expect(await move()).toEqual(APPLIED);
    expect(await world.versions(QUARANTINE)).toEqual(before);
  });

  it('makes a copy anew that was changed in quarantine', async () => {
    const { world, move, dies } = await begin({ versioning: 'Enabled' });
    await dies('PutObject');
    await world.tag({ bucket: QUARANTINE, key: OBJECT }, 'other');
    expect(await move()).toEqual(APPLIED);
    expect(await world.tagsOf({ bucket: QUARANTINE, key: OBJECT })).toEqual({ a: 'b' });
  });
});

describe('nothing is deleted, and the next try looks again,', () => {
  /** Another attempt at the same order, as far as its copy or its manifest. */
  const other = async (world: QuarantineWorld, body: string, Key: string) => {
    await world.put(body, { Bucket: QUARANTINE, Key });
  };

  it('where another attempt copies at the same time', async () => {
    const { world, move } = await begin({ versioning: 'Enabled' });
    world.around.before = async (call) => {
      if (call === 'CopyObject') await other(world, 'theirs', OBJECT);
    };
    await expect(move()).rejects.toThrow('another attempt of this order copies');
    expect(await world.current()).toBe(BYTES);
    delete world.around.before;
    expect(await move()).toEqual(APPLIED);
  });

  it('where another attempt wrote the manifest of its own copy', async () => {
    const { world, move, dies } = await begin({ versioning: 'Enabled' });
    await dies('PutObject');
    const text = (await world.read(QUARANTINE, MANIFEST)) ?? '';
    await world.annotate('AAAA'); // so that it copies anew
    world.around.before = async (call) => {
      if (call === 'PutObject') await other(world, text, MANIFEST);
    };
    await expect(move()).rejects.toThrow('another attempt of this order wrote');
    expect(await world.current()).toBe(BYTES);
    delete world.around.before;
    expect(await move()).toEqual(APPLIED);
    expect(parseManifest((await world.read(QUARANTINE, MANIFEST)) ?? '')).toMatchObject({
      source: { annotations: [{ name: 'note' }] },
    });
  });

  it('where the copy is no longer the one that the manifest names', async () => {
    const { world, move } = await begin({ versioning: 'Enabled' });
    world.around.after = async (call) => {
      if (call === 'PutObject') await other(world, BYTES, OBJECT);
    };
    expect(await move()).toMatchObject({
      kind: 'refused',
      code: 'CopyDiffers',
      words: expect.stringContaining('another one than its manifest names'),
    });
    expect(await world.current()).toBe(BYTES);
    delete world.around.after;
    expect(await move()).toEqual(APPLIED);
  });
});

it('says of an object that somebody else deleted during the copy that it is no longer there', async () => {
  const { world, ref, toEnd, dies } = await begin(IN_PARTS);
  await dies('CompleteMultipartUpload');
  await world.remove(ref.versionId);
  expect(await toEnd()).toMatchObject({ kind: 'superseded' });
});
