import { HeadObjectCommand, PutBucketEncryptionCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import type { Ref } from '../../../core/objects/ref.ts';
import { parseManifest } from '../../../core/quarantine/parse-manifest.ts';
import {
  INTENT,
  KEY,
  makeQuarantineWorld,
  MINUTES,
  QUARANTINE,
  type QuarantineWorld,
  SOURCE,
} from './quarantine-world.ts';

const MANIFEST = `${SOURCE}/${INTENT}/manifest.json`;
const SSE_C = {
  SSECustomerAlgorithm: 'AES256',
  SSECustomerKey: Buffer.alloc(32, 7).toString('base64'),
};
const OVERWRITTEN = { kind: 'refused', code: 'OverwrittenMeanwhile' };
const tagging = (count: number): string =>
  Array.from({ length: count }, (_, n) => `t${n}=${n}`).join('&');
const tags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`t${n}`, `${n}`]));

const isolate = async (world: QuarantineWorld, ref: Ref) =>
  world.appliers.isolate(await world.isolateOrder(ref), MINUTES);
const manifestOf = async (world: QuarantineWorld) =>
  parseManifest((await world.read(QUARANTINE, MANIFEST)) ?? '');

describe('an isolated object', () => {
  it.each([0, 1, 9])(
    'has its %i tags and the marker, and is otherwise as it was',
    async (count) => {
      const world = await makeQuarantineWorld({ versioning: 'Enabled' });
      const ref = await world.put('bytes', { Tagging: tagging(count), Metadata: { a: 'b' } });
      const newer = await world.put('newer');
      const head = new HeadObjectCommand({ Bucket: SOURCE, Key: KEY, VersionId: ref.versionId });
      const { $metadata: _before, TagCount: _count, ...before } = await world.user.send(head);

      expect(await isolate(world, ref)).toEqual({ kind: 'applied' });

      expect(await world.tagsOf(ref)).toEqual({ ...tags(count), 'sealward-isolated': 'payroll' });
      expect(await world.tagsOf(newer)).toEqual({}); // exactly the version of the order
      const { $metadata: _after, TagCount, ...after } = await world.user.send(head);
      expect(after).toEqual(before);
      expect(TagCount).toBe(count + 1);
      expect(await manifestOf(world)).toMatchObject({
        kind: 'isolate',
        intentId: INTENT,
        source: { ref, tags: tags(count), metadata: { a: 'b' } },
      });
    },
  );

  it('may be one that never had versions', async () => {
    const world = await makeQuarantineWorld();
    const ref = await world.put('bytes');
    expect(await isolate(world, ref)).toEqual({ kind: 'applied' });
    expect(await world.tagsOf(ref)).toEqual({ 'sealward-isolated': 'payroll' });
  });

  it('may be under SSE-C: its manifest tells what S3 tells without the key', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    await allowSseC(world);
    const ref = await world.put('bytes', { ...SSE_C, Tagging: 'a=b' });
    expect(await isolate(world, ref)).toEqual({ kind: 'applied' });
    expect(await world.tagsOf(ref)).toEqual({ a: 'b', 'sealward-isolated': 'payroll' });
    expect(await manifestOf(world)).toMatchObject({ source: { ref, tags: { a: 'b' } } });
  });

  it('is left alone by the same order again', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    const ref = await world.put('bytes', { Tagging: tagging(9) });
    await isolate(world, ref);
    const calls: string[] = [];
    world.around.before = (call) => {
      calls.push(call);
    };
    expect(await isolate(world, ref)).toEqual({ kind: 'applied' }); // ten tags, ours among them
    expect(calls).toContain('GetBucketPolicy'); // which may be gone since
    expect(calls).not.toContain('PutObjectTagging');
  });
});

describe('a marker that its uploader wrote', () => {
  const uploaded = { Tagging: 'sealward-isolated=mine' };

  it('is worth nothing without a deny statement', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled', guarded: false });
    expect(await isolate(world, await world.put('bytes', uploaded))).toMatchObject({
      kind: 'refused',
      code: 'NoDenyStatement',
    });
  });

  it('stays, and gets the manifest that a release goes by', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    const ref = await world.put('bytes', uploaded);
    expect(await isolate(world, ref)).toEqual({ kind: 'applied' });
    expect(await world.tagsOf(ref)).toEqual({ 'sealward-isolated': 'mine' });
    expect(await manifestOf(world)).toMatchObject({ kind: 'isolate', source: { ref } });
  });
});

describe('nothing is written', () => {
  it.each([
    [
      'without a deny statement in place',
      'NoDenyStatement',
      { guarded: false },
      async (world: QuarantineWorld) => world.put('bytes'),
    ],
    [
      'beside ten tags',
      'TooManyTags',
      {},
      async (world: QuarantineWorld) => world.put('bytes', { Tagging: tagging(10) }),
    ],
    [
      'where the policy cannot be read',
      'PolicyUnreadable',
      {},
      async (world: QuarantineWorld) => {
        deny(world, 'GetBucketPolicy');
        return world.put('bytes');
      },
    ],
    [
      'where the tags cannot be read',
      'TagsUnreadable',
      {},
      async (world: QuarantineWorld) => {
        deny(world, 'GetObjectTagging');
        return world.put('bytes');
      },
    ],
  ] as const)('%s', async (_title, code, options, prepare) => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled', ...options });
    const ref = await prepare(world);
    const order = await world.isolateOrder(ref);
    const calls: string[] = [];
    world.around.before = (call) => {
      calls.push(call);
    };
    expect(await world.appliers.isolate(order, MINUTES)).toMatchObject({
      kind: 'refused',
      code,
      words: expect.any(String),
    });
    expect(calls.filter((call) => call.startsWith('Put'))).toEqual([]);
    expect(await world.inQuarantine()).toEqual([]);
  });

  it('says which command prints the statement', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled', guarded: false });
    expect(await isolate(world, await world.put('bytes'))).toMatchObject({
      words: expect.stringContaining(`sealward guard ${SOURCE} --stack `),
    });
  });

  it('where AWS refuses the tag, with its words', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    const ref = await world.put('bytes');
    deny(world, 'PutObjectTagging');
    expect(await isolate(world, ref)).toMatchObject({ kind: 'refused', code: 'AccessDenied' });
  });

  it.each([
    [
      'the version is gone',
      'Enabled',
      async (world: QuarantineWorld, ref: Ref) => world.remove(ref.versionId),
    ],
    [
      'an object without versions is gone',
      undefined,
      async (world: QuarantineWorld) => world.remove(),
    ],
    [
      'an object without versions was overwritten',
      undefined,
      async (world: QuarantineWorld) => world.put('newer'),
    ],
    [
      'it was written again with the same bytes',
      undefined,
      async (world: QuarantineWorld) => world.put('bytes'),
    ],
  ] as const)('where %s', async (_title, versioning, change) => {
    const world = await makeQuarantineWorld({ versioning });
    const ref = await world.put('bytes');
    const order = await world.isolateOrder(ref);
    await change(world, ref);
    expect(await world.appliers.isolate(order, MINUTES)).toMatchObject({ kind: 'superseded' });
    expect(await world.inQuarantine()).toEqual([]);
  });
});

describe('while somebody else is at work', () => {
  it('tags that replaced ours are merged once more', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    const ref = await world.put('bytes', { Tagging: 'a=b' });
    let puts = 0;
    world.around.after = async (call) => {
      if (call !== 'PutObjectTagging') return;
      puts += 1;
      if (puts === 1) await world.tag(ref, 'theirs');
    };
    expect(await isolate(world, ref)).toEqual({ kind: 'applied' });
    expect(await world.tagsOf(ref)).toEqual({ theirs: '', 'sealward-isolated': 'payroll' });
  });

  it('a marker that never stays is left to another try', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    const ref = await world.put('bytes');
    world.around.after = async (call) => {
      if (call === 'PutObjectTagging') await world.tag(ref, 'theirs');
    };
    await expect(isolate(world, ref)).rejects.toThrow('does not stay');
    expect(await world.tagsOf(ref)).toEqual({ theirs: '' });
  });

  it('tags written while the manifest was written are kept', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    const ref = await world.put('bytes', { Tagging: 'a=b' });
    world.around.after = async (call) => {
      if (call === 'PutObject') await world.tag(ref, 'theirs');
    };
    expect(await isolate(world, ref)).toEqual({ kind: 'applied' });
    expect(await world.tagsOf(ref)).toEqual({ theirs: '', 'sealward-isolated': 'payroll' });
  });

  it('an object without versions that is overwritten right before loses the marker again', async () => {
    const world = await makeQuarantineWorld();
    const ref = await world.put('bytes');
    const order = await world.isolateOrder(ref);
    let puts = 0;
    world.around.before = async (call) => {
      if (call !== 'PutObjectTagging') return;
      puts += 1;
      if (puts === 1) await world.put('newer', { Tagging: 'mine=too' });
    };
    expect(await world.appliers.isolate(order, MINUTES)).toMatchObject(OVERWRITTEN);
    expect(Object.keys(await world.tagsOf(ref))).not.toContain('sealward-isolated');
    expect(await world.current()).toBe('newer');
  });

  it('the same, where somebody then writes tags over our marker as well', async () => {
    const world = await makeQuarantineWorld();
    const ref = await world.put('bytes');
    const order = await world.isolateOrder(ref);
    world.around.before = async (call) => {
      if (call === 'PutObjectTagging') await world.put('newer', { Tagging: 'mine=too' });
    };
    world.around.after = async (call) => {
      if (call === 'PutObjectTagging') await world.tag(ref, 'theirs');
    };
    expect(await world.appliers.isolate(order, MINUTES)).toMatchObject(OVERWRITTEN);
    expect(await world.tagsOf(ref)).toEqual({ theirs: '' });
  });

  it.each([['PutObject'], ['GetObjectTagging']])(
    'an object without versions that is overwritten after %s is not touched',
    async (moment) => {
      const world = await makeQuarantineWorld();
      const ref = await world.put('bytes', { Tagging: 'a=b' });
      const order = await world.isolateOrder(ref);
      let kept = false;
      world.around.after = async (call) => {
        kept ||= call === 'PutObject'; // the manifest
        if (!kept || call !== moment) return;
        delete world.around.after;
        await world.put('newer', { Tagging: 'mine=too' });
      };
      expect(await world.appliers.isolate(order, MINUTES)).toMatchObject({ kind: 'superseded' });
      expect(await world.tagsOf(ref)).toEqual({ mine: 'too' });
    },
  );

  it('the newer object is unmarked by the next try where a container died before it looked', async () => {
    const world = await makeQuarantineWorld();
    const ref = await world.put('bytes');
    const order = await world.isolateOrder(ref);
    world.around.before = async (call) => {
      if (call === 'PutObjectTagging') await world.put('newer', { Tagging: 'mine=too' });
    };
    world.around.after = (call) => {
      if (call === 'PutObjectTagging') throw new Error('container died');
    };
    await expect(world.appliers.isolate(order, MINUTES)).rejects.toThrow('container died');
    expect(await world.tagsOf(ref)).toEqual({ 'sealward-isolated': 'payroll' });
    delete world.around.before;
    delete world.around.after;
    expect(await world.appliers.isolate(order, MINUTES)).toMatchObject(OVERWRITTEN);
    expect(await world.tagsOf(ref)).toEqual({});
    expect(await world.appliers.isolate(order, MINUTES)).toMatchObject({ kind: 'superseded' });
  });

  it.each(['GetObjectTagging', 'PutObjectTagging'] as const)(
    'a newer object that may be marked is not passed over while %s is denied',
    async (operation) => {
      const world = await makeQuarantineWorld();
      const ref = await world.put('bytes');
      const order = await world.isolateOrder(ref);
      expect(await world.appliers.isolate(order, MINUTES)).toEqual({ kind: 'applied' });
      await world.put('newer', { Tagging: 'sealward-isolated=payroll' });
      deny(world, operation);
      await expect(world.appliers.isolate(order, MINUTES)).rejects.toThrow('cannot be unmarked');
    },
  );

  it('a marker of another value on a newer object is not ours to take off', async () => {
    const world = await makeQuarantineWorld();
    const ref = await world.put('bytes');
    const order = await world.isolateOrder(ref);
    await world.appliers.isolate(order, MINUTES);
    await world.put('newer', { Tagging: 'sealward-isolated=another-rule' });
    expect(await world.appliers.isolate(order, MINUTES)).toMatchObject({ kind: 'superseded' });
    expect(await world.tagsOf(ref)).toEqual({ 'sealward-isolated': 'another-rule' });
  });
});

it('comes to the same end with the next try, wherever a container died', async () => {
  const begin = async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    const ref = await world.put('bytes', { Tagging: 'a=b' });
    return { world, ref };
  };
  const clean = await begin();
  let count = 0;
  clean.world.around.before = () => {
    count += 1;
  };
  await isolate(clean.world, clean.ref);
  expect(count).toBeGreaterThan(8);
  for (const moment of ['before', 'after'] as const) {
    for (let at = 1; at <= count; at += 1) {
      const { world, ref } = await begin();
      let calls = 0;
      world.around[moment] = () => {
        calls += 1;
        if (calls >= at) throw new Error('container died');
      };
      await expect(isolate(world, ref)).rejects.toThrow('container died');
      delete world.around[moment];
      expect(await isolate(world, ref)).toEqual({ kind: 'applied' });
      expect(await world.tagsOf(ref)).toEqual({ a: 'b', 'sealward-isolated': 'payroll' });
      expect(await world.inQuarantine()).toEqual([MANIFEST]);
    }
  }
});

const deny = (
  world: QuarantineWorld,
  operation: 'GetBucketPolicy' | 'GetObjectTagging' | 'PutObjectTagging',
) => {
  world.model.apply({
    service: 'model',
    name: 'DenyRequests',
    input: { Bucket: SOURCE, Operations: [operation] },
  });
};

/** New buckets block SSE-C. https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-s3-c-encryption-setting-faq.html */
const allowSseC = (world: QuarantineWorld) =>
  world.user.send(
    new PutBucketEncryptionCommand({
      Bucket: SOURCE,
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' },
            BlockedEncryptionTypes: { EncryptionType: ['NONE'] },
          },
        ],
      },
    }),
  );
