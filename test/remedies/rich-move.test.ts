import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../core/orders/order.ts';
import { createReadManifest } from '../../aws/quarantine/read-manifest.ts';
import {
  INTENT,
  makeQuarantineWorld,
  MINUTES,
  MOVED_TO,
  QUARANTINE,
  SOURCE,
} from '../app/quarantine/quarantine-world.ts';
import { ACCOUNT } from '../made/facts.ts';
import {
  ALGORITHMS,
  EVENT_HOLD,
  changedRows,
  IN_PARTS,
  LOCKS,
  lacksOf,
  putRich,
  readWhole,
  richInput,
  type Whole,
} from './rich-original.ts';

const THERE = { bucket: QUARANTINE, key: `${SOURCE}/${INTENT}/object` };

/** What the copy in quarantine does not have, and why. Everything else must be the same. */
const ALWAYS: Readonly<Record<string, string>> = {
  'ref.bucket': 'it lies in quarantine',
  'ref.key': 'under a key that its uploader cannot choose',
  'ref.versionId': 'every write makes a new version: UserGuide/versioning-workflows',
  etag: 'the ETag of a KMS object is no MD5: API_Object',
  lastModified: 'the date is that of the copy: API_CopyObject',
  'encryption.kind': 'the key of the quarantine',
  'encryption.keyArn': 'the key of the quarantine',
  'encryption.bucketKey': 'the key of the quarantine',
  'acl.grants.0': 'nobody may read it there: the manifest keeps the grants',
  'acl.grants.1': 'nobody may read it there: the manifest keeps the grants',
  'acl.grants.2': 'nobody may read it there: the manifest keeps the grants',
  'acl.grants.3': 'nobody may read it there: the manifest keeps the grants',
};
const PARTS: Readonly<Record<string, string>> = {
  'parts.count': 'a copy in parts has parts: API_CreateMultipartUpload',
  'parts.firstBytes': 'a copy in parts has parts: API_CreateMultipartUpload',
};
const SHA_IN_PARTS: Readonly<Record<string, string>> = {
  'checksum.type': 'no whole-object SHA over parts: UserGuide/checking-object-integrity-upload',
  'checksum.value': 'no whole-object SHA over parts: UserGuide/checking-object-integrity-upload',
};

describe.each(
  ALGORITHMS.flatMap((algorithm) => {
    const inParts = { ...ALWAYS, ...PARTS, ...(algorithm.startsWith('SHA') && SHA_IN_PARTS) };
    return [
      ['at once', algorithm, {}, ALWAYS] as const,
      ['in parts', algorithm, IN_PARTS, inParts] as const,
    ];
  }),
)('a rich object that is moved %s, with %s', (_how, algorithm, sizes, exceptions) => {
  let before: Whole;
  let after: Whole;
  let outcome: Outcome | 'continue';
  let world: Awaited<ReturnType<typeof makeQuarantineWorld>>;

  beforeAll(async () => {
    world = await makeQuarantineWorld({ versioning: 'Enabled', ...sizes });
    const ref = await putRich(world, richInput(algorithm));
    before = await readWhole(world, ref);
    world.tick();
    outcome = await world.appliers.move(await world.moveOrder(ref), MINUTES);
    after = await readWhole(world, THERE);
  });

  it('begins with all of it, and is gone from where it was', async () => {
    expect(lacksOf(before, algorithm)).toEqual([]);
    expect(outcome).toMatchObject({ kind: 'applied', movedTo: MOVED_TO });
    expect(await world.versions()).toEqual(['marker']);
  });

  it('has every attribute in quarantine but those that its place there forbids', () => {
    expect(changedRows(before, after)).toEqual(Object.keys(exceptions).toSorted());
  });

  it('has its bytes, and those of its annotations', () => {
    expect([after.bytes, after.annotations]).toEqual([before.bytes, before.annotations]);
  });

  it('has every attribute in its manifest, just as it was', async () => {
    const kept = await createReadManifest(world.user, ACCOUNT, QUARANTINE)(SOURCE, INTENT);
    expect(kept?.manifest.source).toEqual(before.attributes);
  });
});

it.each([...LOCKS, EVENT_HOLD])(
  'refuses to move what is under %s, and leaves it as it was',
  async (_title, lock) => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled', lock: true });
    const ref = await putRich(world, { ...richInput('SHA256'), ...lock });
    const before = await readWhole(world, ref);
    const versions = await world.versions();
    const { lock: held, eventHold } = before.attributes;
    expect(held ?? eventHold).toBeDefined();
    const outcome = await world.appliers.move(await world.moveOrder(ref), MINUTES);
    expect(outcome).toMatchObject({ kind: 'refused', code: 'ObjectLocked' });
    expect(await readWhole(world, ref)).toEqual(before);
    expect(await world.versions()).toEqual(versions);
    expect(await world.inQuarantine()).toEqual([]);
  },
);
