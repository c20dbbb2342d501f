import { describe, expect, it } from '@jest/globals';
import { createReadManifest } from '../../aws/quarantine/read-manifest.ts';
import {
  INTENT,
  makeQuarantineWorld,
  MINUTES,
  QUARANTINE,
  SOURCE,
} from '../app/quarantine/quarantine-world.ts';
import { ACCOUNT } from '../made/facts.ts';
import {
  ALGORITHMS,
  changedRows,
  LOCKED,
  lacksOf,
  putRich,
  readWhole,
  richInput,
} from './rich-original.ts';

const MARKED = ['tags.sealward-isolated'];

describe.each(
  ALGORITHMS.flatMap((algorithm) => [
    [algorithm, 'without a lock', {}] as const,
    [algorithm, 'under a retention and a legal hold', LOCKED] as const,
  ]),
)('a rich object that is isolated, with %s and %s', (algorithm, _how, lock) => {
  const isolate = async () => {
    const world = await makeQuarantineWorld({ versioning: 'Enabled', lock: true });
    const ref = await putRich(world, { ...richInput(algorithm, 9), ...lock });
    const before = await readWhole(world, ref);
    const versions = await world.versions();
    world.tick();
    const outcome = await world.appliers.isolate(await world.isolateOrder(ref), MINUTES);
    return { world, before, versions, outcome, after: await readWhole(world, ref) };
  };

  it('keeps everything and gains the marker', async () => {
    const { world, before, versions, outcome, after } = await isolate();
    expect(lacksOf(before, algorithm, 9)).toEqual([]);
    expect(before.attributes.lock?.legalHold === true).toBe('ObjectLockMode' in lock);
    expect(outcome).toMatchObject({ kind: 'applied' });
    expect(changedRows(before, after)).toEqual(MARKED);
    expect([after.bytes, after.annotations]).toEqual([before.bytes, before.annotations]);
    expect(await world.versions()).toEqual(versions);
  });

  it('has every attribute in its manifest, as it was before the marker', async () => {
    const { world, before } = await isolate();
    const kept = await createReadManifest(world.user, ACCOUNT, QUARANTINE)(SOURCE, INTENT);
    expect(kept?.manifest.source).toEqual(before.attributes);
  });
});

it('refuses what has ten tags already, and leaves it as it was', async () => {
  const world = await makeQuarantineWorld({ versioning: 'Enabled' });
  const ref = await putRich(world, richInput('SHA256'));
  const before = await readWhole(world, ref);
  const outcome = await world.appliers.isolate(await world.isolateOrder(ref), MINUTES);
  expect(outcome).toMatchObject({ kind: 'refused' });
  expect(await readWhole(world, ref)).toEqual(before);
});
