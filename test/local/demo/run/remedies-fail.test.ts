import { DeleteObjectCommand, PutObjectCommand, PutObjectTaggingCommand } from '@aws-sdk/client-s3';
import { describe, expect, it, jest } from '@jest/globals';
import { copiedCases } from '../../../../local/demo/cases/copied-cases.ts';
import type { DemoCase } from '../../../../local/demo/cases/demo-case.ts';
import { isolatedCases } from '../../../../local/demo/cases/isolated-cases.ts';
import { movedCases } from '../../../../local/demo/cases/moved-cases.ts';
import { versionIdsOf } from '../../../../local/demo/check/snapshot.ts';
import type { World } from '../../../../local/demo/world/world.ts';
import { sabotaged } from './sabotaged.ts';

jest.setTimeout(60_000); // where something is isolated, a `sealward guard` is started for every such bucket

const only = (id: string): readonly DemoCase[] =>
  [...copiedCases, ...isolatedCases, ...movedCases]
    .filter((one) => one.id === id)
    .map((one) => ({ ...one, releases: false }));

const COPIED = { Bucket: 'scans', Key: '2019/old-rich-0001.tif' };
const MOVED = { Bucket: 'evidence', Key: 'case-7/statement-0001.pdf' };
const ISOLATED = { Bucket: 'partners', Key: '2026/isolated-tagged-0001.bin' };
const TagSet = [{ Key: 'stray', Value: '1' }];

const versionsOf = ({ model }: World, { Bucket, Key }: typeof COPIED) =>
  versionIdsOf(model.state(), { bucket: Bucket, key: Key });
const inQuarantine = ({ model, quarantine }: World, end: string): string =>
  model
    .state()
    .buckets.get(quarantine.bucket)
    ?.versions.keySeq()
    .find((key) => key.endsWith(end)) ?? 'none';

type Sabotage = (world: World) => Promise<unknown>;

describe('the demo fails', () => {
  it.each<[string, string, Sabotage, RegExp]>([
    [
      'where a copy has another tag',
      'old-rich',
      async ({ s3 }) => s3.send(new PutObjectTaggingCommand({ ...COPIED, Tagging: { TagSet } })),
      /old-rich-0001\.tif tags changed in its copy$/,
    ],
    [
      'where the version that a copy leaves behind is lost',
      'old-rich',
      async (world) => {
        const [VersionId] = versionsOf(world, COPIED);
        return world.s3.send(new DeleteObjectCommand({ ...COPIED, VersionId }));
      },
      /old-rich-0001\.tif is not there$/,
    ],
    [
      'where an isolated object has lost a tag of its own',
      'isolated-tagged',
      async ({ s3 }) => s3.send(new PutObjectTaggingCommand({ ...ISOLATED, Tagging: { TagSet } })),
      /isolated-tagged-0001\.bin tags changed$/,
    ],
    [
      'where what was moved is another one in quarantine',
      'moved-current',
      async (world) => {
        const name = { Bucket: world.quarantine.bucket, Key: inQuarantine(world, '/object') };
        return world.s3.send(new PutObjectCommand({ ...name, Body: 'another' }));
      },
      /statement-0001\.pdf bytes changed in quarantine/,
    ],
    [
      'where what was moved has no manifest',
      'moved-current',
      async (world) => {
        const name = {
          Bucket: world.quarantine.bucket,
          Key: inQuarantine(world, '/manifest.json'),
        };
        return world.s3.send(new DeleteObjectCommand(name));
      },
      /its manifest cannot be read/,
    ],
    [
      'where older data comes back once the current version was moved',
      'moved-current',
      async (world) => {
        const VersionId = versionsOf(world, MOVED).at(-1); // the marker
        return world.s3.send(new DeleteObjectCommand({ ...MOVED, VersionId }));
      },
      /a plain GET answers older data/,
    ],
  ])('%s', async (_title, id, sabotage, problem) => {
    const result = await sabotaged({ cases: only(id) }, sabotage, undefined, {
      guarded: id.startsWith('iso'),
    });
    expect(result.asExpected).toBe(false);
    expect(result.problems).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });

  it('where a version is lost that nobody moved', async () => {
    const result = await sabotaged({ cases: only('moved-current') }, async (world) => {
      const [VersionId] = versionsOf(world, MOVED);
      return world.s3.send(new DeleteObjectCommand({ ...MOVED, VersionId }));
    });
    expect(result).toMatchObject({ asExpected: false, versionsLost: 1, quarantined: 1 });
  });

  it('counts nothing as lost that is in quarantine', async () => {
    const result = await sabotaged({ cases: only('moved-current') }, async () => Promise.resolve());
    expect(result).toMatchObject({ asExpected: true, versionsLost: 0, quarantined: 1 });
  });
});
