import { HeadObjectCommand, PutObjectTaggingCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import type { Ref } from '../../../core/objects/ref.ts';
import { parseManifest } from '../../../core/quarantine/parse-manifest.ts';
import {
  INTENT,
  KEY,
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

/** Everything that a move may change, where it must change nothing. */
const everything = async (world: QuarantineWorld) => ({
  source: await world.versions(),
  quarantine: await world.versions(QUARANTINE),
});

describe('a bucket with five versions and two delete markers', () => {
  type History = { readonly refs: readonly Ref[]; readonly current: 'object' | 'marker' };
  const makeHistory = async (world: QuarantineWorld, end: History['current']): Promise<History> => {
    const refs = [await world.put('one'), await world.put('two')];
    await world.remove();
    refs.push(await world.put('three'), await world.put('four'));
    await world.remove();
    refs.push(await world.put('five'));
    if (end === 'marker') await world.remove();
    return { refs, current: end };
  };

  it.each(
    (['object', 'marker'] as const).flatMap((end) =>
      [0, 1, 2, 3, 4].map((at) => [at, end] as const),
    ),
  )(
    'loses none and resurrects none when number %i is moved and the current one is an %s',
    async (at, end) => {
      const world = await makeQuarantineWorld({ versioning: 'Enabled' });
      const { refs } = await makeHistory(world, end);
      const ref = refs[at] as Ref;
      const before = await world.versions();
      const found = await world.current();
      const isCurrent = end === 'object' && at === 4;

      expect(await world.appliers.move(await world.moveOrder(ref), MINUTES)).toEqual(APPLIED);

      const kept = before.filter((one) => !one.startsWith(`${ref.versionId}:`));
      expect(await world.versions()).toEqual(isCurrent ? ['marker', ...kept] : kept);
      expect(await world.current()).toBe(isCurrent ? undefined : found);
      expect(await world.read(QUARANTINE, OBJECT)).toBe(
        ['one', 'two', 'three', 'four', 'five'][at],
      );
    },
  );
});

describe('a moved object', () => {
  it('lies in quarantine with everything, beside a manifest that tells the rest', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    const ref = await world.put('bytes', {
      Metadata: { a: 'b', c: 'd' },
      ContentType: 'text/x',
      CacheControl: 'no-store',
      StorageClass: 'STANDARD_IA',
      WebsiteRedirectLocation: '/elsewhere',
      Tagging: 'team=pay%20roll&x=',
      ChecksumAlgorithm: 'SHA256',
    });
    await world.appliers.move(await world.moveOrder(ref), MINUTES);
    const copy = await world.user.send(
      new HeadObjectCommand({ Bucket: QUARANTINE, Key: OBJECT, ChecksumMode: 'ENABLED' }),
    );
    expect(copy).toMatchObject({
      Metadata: { a: 'b', c: 'd' },
      ContentType: 'text/x',
      CacheControl: 'no-store',
      StorageClass: 'STANDARD_IA',
      WebsiteRedirectLocation: '/elsewhere',
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: world.quarantineKey,
      BucketKeyEnabled: true,
      ChecksumSHA256: expect.any(String),
    });
    expect(await world.tagsOf({ bucket: QUARANTINE, key: OBJECT })).toEqual({
      team: 'pay roll',
      x: '',
    });
    expect(parseManifest((await world.read(QUARANTINE, MANIFEST)) ?? '')).toMatchObject({
      kind: 'move',
      intentId: INTENT,
      stack: 'sealward-test',
      because: { rule: 'payroll' },
      source: { ref, size: 5, encryption: { kind: 'sse-s3' }, storageClass: 'STANDARD_IA' },
    });
    const manifest = new HeadObjectCommand({ Bucket: QUARANTINE, Key: MANIFEST });
    expect(await world.user.send(manifest)).toMatchObject({
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: world.quarantineKey,
      ContentType: 'application/json',
    });
  });

  it('is gone from a bucket that never had versioning', async () => {
    const world = await makeQuarantineWorld();
    const ref = await world.put('bytes');
    expect(await world.appliers.move(await world.moveOrder(ref), MINUTES)).toEqual(APPLIED);
    expect(await world.versions()).toEqual([]);
    expect(await world.read(QUARANTINE, OBJECT)).toBe('bytes');
    expect(world.items.size).toBe(0);
  });

  it('is copied in parts above the largest copy, over as many runs as it takes', async () => {
    const world = await makeQuarantineWorld({
      versioning: 'Enabled',
      largestCopy: 10,
      partBytes: 4,
    });
    const ref = await world.put('0123456789abcdefghij');
    const order = await world.moveOrder(ref);
    expect(await world.appliers.move(order, () => 0)).toBe('continue');
    expect(await world.versions()).toHaveLength(1);
    expect(await world.appliers.move(order, MINUTES)).toEqual(APPLIED);
    expect(await world.read(QUARANTINE, OBJECT)).toBe('0123456789abcdefghij');
    expect(await world.current()).toBeUndefined();
    expect(world.items.size).toBe(0);
  });

  it('leaves no upload behind where its source was deleted while it was copied in parts', async () => {
    const world = await makeQuarantineWorld({
      versioning: 'Enabled',
      largestCopy: 10,
      partBytes: 4,
    });
    const ref = await world.put('0123456789abcdefghij');
    const order = await world.moveOrder(ref);
    expect(await world.appliers.move(order, () => 0)).toBe('continue');
    await world.remove(ref.versionId);
    expect(await world.appliers.move(order, MINUTES)).toMatchObject({ kind: 'superseded' });
    expect(world.model.state().buckets.get(QUARANTINE)?.uploads.size).toBe(0);
    expect(world.items.size).toBe(0);
    expect(await world.inQuarantine()).toEqual([]);
  });
});

describe('nothing is changed, and the reason said,', () => {
  it.each([
    [
      'while versioning is suspended',
      'VersioningSuspended',
      async (world: QuarantineWorld) => {
        const ref = await world.put('bytes');
        await world.setVersioning(SOURCE, 'Suspended');
        return ref;
      },
    ],
    [
      'under a legal hold',
      'ObjectLocked',
      async (world: QuarantineWorld) => world.put('bytes', { ObjectLockLegalHoldStatus: 'ON' }),
    ],
    [
      'under a retention',
      'ObjectLocked',
      async (world: QuarantineWorld) =>
        world.put('bytes', {
          ObjectLockMode: 'GOVERNANCE',
          ObjectLockRetainUntilDate: new Date('2027-01-01T00:00:00Z'),
        }),
    ],
    [
      'where it is archived',
      'Archived',
      async (world: QuarantineWorld) => world.put('bytes', { StorageClass: 'GLACIER' }),
    ],
    [
      'where it has metadata that HTTP cannot carry',
      'MissingMetadata',
      async (world: QuarantineWorld) => {
        const ref = await world.put('bytes', { Metadata: { unseen: 'soap' } });
        world.model.apply({
          service: 'model',
          name: 'HideMetadata',
          input: { Bucket: SOURCE, Key: KEY, Names: ['unseen'] },
        });
        return ref;
      },
    ],
    [
      'where its key is disabled',
      'NotReadable',
      async (world: QuarantineWorld) => {
        const ref = await world.put('bytes', { ServerSideEncryption: 'aws:kms' });
        const head = await world.user.send(new HeadObjectCommand({ Bucket: SOURCE, Key: KEY }));
        world.model.apply({
          service: 'model',
          name: 'SetKeyState',
          input: { KeyId: head.SSEKMSKeyId ?? '', KeyState: 'Disabled' },
        });
        return ref;
      },
    ],
    [
      'where it cannot be read',
      'NotReadable',
      async (world: QuarantineWorld) => {
        const ref = await world.put('bytes');
        world.model.apply({
          service: 'model',
          name: 'DenyRequests',
          input: { Bucket: SOURCE, Operations: ['GetObjectTagging'] },
        });
        return ref;
      },
    ],
  ])('%s', async (_title, code, prepare) => {
    const lock = code === 'ObjectLocked' ? ({ lock: true } as const) : {};
    const world = await makeQuarantineWorld({ versioning: 'Enabled', ...lock });
    await world.put('older');
    const ref = await prepare(world);
    const before = await everything(world);
    expect(await world.appliers.move(await world.moveOrder(ref), MINUTES)).toMatchObject({
      kind: 'refused',
      code,
      words: expect.any(String),
    });
    expect(await everything(world)).toEqual(before);
    expect(world.items.size).toBe(0);
  });

  it('with MFA delete', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    const ref = await world.put('bytes');
    world.s3.middlewareStack.add(
      (next, context) => async (args) => {
        const answer = await next(args);
        return context['commandName'] === 'GetBucketVersioningCommand'
          ? { ...answer, output: { ...answer.output, MFADelete: 'Enabled' } }
          : answer;
      },
      { step: 'initialize' },
    );
    const before = await everything(world);
    expect(await world.appliers.move(await world.moveOrder(ref), MINUTES)).toMatchObject({
      kind: 'refused',
      code: 'MfaDelete',
    });
    expect(await everything(world)).toEqual(before);
  });

  it('where what was to be moved is gone', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    const ref = await world.put('bytes');
    const order = await world.moveOrder(ref);
    await world.remove(ref.versionId);
    expect(await world.appliers.move(order, MINUTES)).toMatchObject({ kind: 'superseded' });
    expect(await everything(world)).toEqual({ source: [], quarantine: [] });
  });

  it.each([
    ['overwritten', 'other'],
    ['written again with the same bytes', 'bytes'],
  ])('where an object without versions was %s', async (_title, body) => {
    const world = await makeQuarantineWorld();
    const order = await world.moveOrder(await world.put('bytes'));
    await world.put(body);
    expect(await world.appliers.move(order, MINUTES)).toMatchObject({ kind: 'superseded' });
    expect(await world.current()).toBe(body);
    expect(await world.inQuarantine()).toEqual([]);
  });
});

describe('while somebody else is at work', () => {
  const CURRENT = 'DeleteObject';

  it('a newer upload between the marker and the delete stays what a GET finds', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    await world.put('older');
    const ref = await world.put('bytes');
    let deletes = 0;
    world.around.after = async (call) => {
      if (call === CURRENT) deletes += 1;
      if (call === CURRENT && deletes === 1) await world.put('newer');
    };
    expect(await world.appliers.move(await world.moveOrder(ref), MINUTES)).toEqual(APPLIED);
    expect(deletes).toBe(2);
    expect(await world.current()).toBe('newer');
    expect(await world.versions()).toHaveLength(3); // newer, our marker, older
  });

  it('a newer upload right before the marker is not buried under it', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    await world.put('older');
    const ref = await world.put('bytes');
    let deletes = 0;
    world.around.before = async (call) => {
      if (call === CURRENT) deletes += 1;
      if (call === CURRENT && deletes === 1) await world.put('newer');
    };
    expect(await world.appliers.move(await world.moveOrder(ref), MINUTES)).toEqual(APPLIED);
    expect(await world.current()).toBe('newer');
    expect(await world.versions()).toHaveLength(2); // newer, older: no marker
  });

  it('nothing is deleted where the newer upload is gone again before we look', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    await world.put('older');
    const ref = await world.put('bytes');
    let newer: Ref | undefined;
    world.around.before = async (call) => {
      if (call === CURRENT && newer === undefined) newer = await world.put('newer');
      else if (call === 'HeadObject' && newer !== undefined) await world.remove(newer.versionId);
    };
    const order = await world.moveOrder(ref);
    await expect(world.appliers.move(order, MINUTES)).rejects.toThrow('changes too often');
    expect(await world.current()).toBe('bytes');
    delete world.around.before;
    expect(await world.appliers.move(order, MINUTES)).toEqual(APPLIED); // the queue's next try
    expect(await world.current()).toBeUndefined();
  });

  it('an object without versions that is overwritten at the last moment stays, and its old bytes are kept', async () => {
    const world = await makeQuarantineWorld();
    const ref = await world.put('bytes');
    world.around.before = async (call) => {
      if (call === CURRENT) await world.put('newer');
    };
    expect(await world.appliers.move(await world.moveOrder(ref), MINUTES)).toMatchObject({
      ...APPLIED,
      words: expect.stringContaining('overwrote'),
    });
    expect(await world.current()).toBe('newer');
    expect(await world.read(QUARANTINE, OBJECT)).toBe('bytes');
  });

  it('tags that change after the copy keep the object where it is', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    const ref = await world.put('bytes', { Tagging: 'a=b' });
    world.around.after = async (call) => {
      if (call !== 'PutObject') return; // the manifest
      await world.user.send(
        new PutObjectTaggingCommand({
          Bucket: SOURCE,
          Key: KEY,
          Tagging: { TagSet: [{ Key: 'a', Value: 'c' }] },
        }),
      );
    };
    expect(await world.appliers.move(await world.moveOrder(ref), MINUTES)).toMatchObject({
      kind: 'refused',
      code: 'ChangedMeanwhile',
      words: expect.stringContaining('`tags`'),
    });
    expect(await world.current()).toBe('bytes');
    expect(await world.tagsOf(ref)).toEqual({ a: 'c' });

    delete world.around.after; // whoever judges it again moves it as it is now
    expect(await world.appliers.move(await world.moveOrder(ref), MINUTES)).toEqual(APPLIED);
    expect(await world.tagsOf({ bucket: QUARANTINE, key: OBJECT })).toEqual({ a: 'c' });
    expect(parseManifest((await world.read(QUARANTINE, MANIFEST)) ?? '')).toMatchObject({
      source: { tags: { a: 'c' } },
    });
  });

  it('the null version survives that versioning is suspended during the copy', async () => {
    const world = await makeQuarantineWorld();
    await world.put('older than versioning');
    await world.setVersioning(SOURCE, 'Enabled');
    const order = await world.moveOrder(await world.put('bytes'));
    const before = await world.versions();
    world.around.after = async (call) => {
      if (call === 'CopyObject') await world.setVersioning(SOURCE, 'Suspended');
    };
    expect(await world.appliers.move(order, MINUTES)).toMatchObject({
      kind: 'refused',
      code: 'VersioningSuspended',
    });
    expect(await world.versions()).toEqual(before);
  });

  it('two writers with the same order come to one copy and one end', async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled' });
    await world.put('older');
    const order = await world.moveOrder(await world.put('bytes'));
    const both = await Promise.allSettled([
      world.appliers.move(order, MINUTES),
      world.appliers.move(order, MINUTES),
    ]);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await world.appliers.move(order, MINUTES)).toEqual(APPLIED);
    expect((await world.inQuarantine()).toSorted()).toEqual([MANIFEST, OBJECT]);
    expect(await world.current()).toBeUndefined();
    expect((await world.versions()).at(-1)).toMatch(/:/); // the older one
  });
});

it('never sends BypassGovernanceRetention, and expects the owner of every bucket', async () => {
  const world = await makeQuarantineWorld({ versioning: 'Enabled' });
  const inputs: Record<string, unknown>[] = [];
  world.s3.middlewareStack.add(
    (next) => async (args) => {
      inputs.push(args.input as unknown as Record<string, unknown>);
      return next(args);
    },
    { step: 'initialize' },
  );
  await world.appliers.move(await world.moveOrder(await world.put('bytes')), MINUTES);
  expect(inputs.length).toBeGreaterThan(10);
  for (const input of inputs) {
    expect(input).toHaveProperty('ExpectedBucketOwner', '111122223333');
    expect(input).not.toHaveProperty('BypassGovernanceRetention');
    expect('CopySource' in input).toBe('ExpectedSourceBucketOwner' in input);
  }
});

it('does the same again where its own copy lies under the key of the intent, and no more', async () => {
  const world = await makeQuarantineWorld({ versioning: 'Enabled' });
  const ref = await world.put('bytes');
  const order = await world.moveOrder(ref);
  await world.appliers.move(order, MINUTES);
  const before = await everything(world);
  expect(await world.appliers.move(order, MINUTES)).toEqual(APPLIED);
  expect(await everything(world)).toEqual(before);
});

it('copies over what lies under the key of the intent and is not its own, which stays as an older version', async () => {
  const world = await makeQuarantineWorld({ versioning: 'Enabled' });
  await world.put('not the object', { Bucket: QUARANTINE, Key: OBJECT });
  const ref = await world.put('bytes');
  expect(await world.appliers.move(await world.moveOrder(ref), MINUTES)).toEqual(APPLIED);
  expect(await world.current()).toBeUndefined();
  expect(await world.read(QUARANTINE, OBJECT)).toBe('bytes');
  expect(await world.versions(QUARANTINE)).toHaveLength(3);
});
