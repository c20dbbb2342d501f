import { describe, expect, it } from '@jest/globals';
import { INTENT, SOURCE } from '../../app/quarantine/quarantine-world.ts';
import { EXEMPTION, ID, makeReleaseWorld, policyText, REASON } from '../made/release-world.ts';

const RELEASE = ['quarantine', 'release', ID, '--reason', REASON];
const APPLY = [...RELEASE, '--apply'];

const isolated = async (options: Parameters<typeof makeReleaseWorld>[0] = {}) => {
  const world = await makeReleaseWorld({
    versioning: 'Enabled',
    policy: policyText(EXEMPTION),
    ...options,
  });
  const ref = await world.put('what it is', { Tagging: 'team=hr&cost=7' });
  await world.put('newer');
  await world.isolate(ref);
  expect(await world.tagsOf(ref)).toMatchObject({ 'sealward-isolated': 'payroll' });
  return { world, ref };
};

describe('sealward quarantine release, of what was isolated', () => {
  it('says what it would do, and does nothing', async () => {
    const { world, ref } = await isolated();
    const ran = await world.sealward(RELEASE);
    expect(ran.out.slice(1)).toEqual([
      '  release      takes its tag `sealward-isolated` away, and no other',
      '  verdict      exempt from rule `payroll` by `etl`',
      expect.stringMatching(/^  policy       [0-9a-f]{12}, from sealward\.policy\.yaml$/),
      expect.stringMatching(/^  note         it was taken away under policy hash: deploy this one/),
      'nothing was changed: run it again with `--apply`',
    ]);
    expect(ran.exitCode).toBe(1);
    expect(world.writes).toEqual([]);
    expect(await world.tagsOf(ref)).toHaveProperty('sealward-isolated');
  });

  it('takes exactly our tag from exactly that version', async () => {
    const { world, ref } = await isolated();
    const ran = await world.sealward(APPLY);
    expect(ran).toMatchObject({ exitCode: 0, err: [] });
    expect(world.writes).toEqual([
      'record intended',
      'PutObjectTagging',
      'record applied',
      'PutObject',
    ]);
    expect(await world.tagsOf(ref)).toEqual({ team: 'hr', cost: '7' });
    expect(await world.current()).toBe('newer');
    expect(await world.sealward(APPLY)).toMatchObject({ exitCode: 2 });
  });

  it('refuses where nothing has changed', async () => {
    const { world, ref } = await isolated({ policy: policyText() });
    const ran = await world.sealward(APPLY);
    expect(ran.out[1]).toContain('refused, violation: ');
    expect(ran.exitCode).toBe(2);
    expect(world.writes).toEqual([]);
    expect(await world.tagsOf(ref)).toHaveProperty('sealward-isolated');
  });

  it('refuses where the version is gone', async () => {
    const { world, ref } = await isolated();
    await world.remove(ref.versionId);
    const ran = await world.sealward(APPLY);
    expect(ran.out[1]).toContain('refused, source-gone: ');
    expect(world.writes).toEqual([]);
  });

  it('does not overwrite tags that somebody writes at the same time', async () => {
    const { world, ref } = await isolated();
    const { recordIn } = world.stack;
    const deployed: typeof world.stack = {
      ...world.stack,
      recordIn: (stream) => async (record) => {
        const taken = await recordIn(stream)(record);
        if (record.unmapped.sealward.outcome === 'intended') {
          await world.stack
            .releaseWith('state', QUARANTINE, () => undefined)
            .putVersionTags(ref, { 'sealward-isolated': 'payroll', team: 'it' });
        }
        return taken;
      },
    };
    const ran = await world.sealward(APPLY, { deployed });
    expect(ran.out.join('\n')).toContain('its tags were changed meanwhile: run it again');
    expect(ran.exitCode).toBe(2);
    expect(await world.tagsOf(ref)).toEqual({ 'sealward-isolated': 'payroll', team: 'it' });
  });

  it('says so where the tag does not go away', async () => {
    const { world } = await isolated();
    const { readVersionTags } = world.stack;
    let reads = 0;
    const deployed: typeof world.stack = {
      ...world.stack,
      readVersionTags: async (ref) => {
        const reading = await readVersionTags(ref);
        reads += 1;
        return reads === 3 && reading.kind === 'tags'
          ? { kind: 'tags', tags: { ...reading.tags, 'sealward-isolated': 'again' } }
          : reading;
      },
    };
    const ran = await world.sealward(APPLY, { deployed });
    expect(ran.out[0]).toMatch(/^failed/);
    expect(ran.out.join('\n')).toContain('somebody else writes them too');
    expect(ran.exitCode).toBe(2);
    const list = await world.sealward(['quarantine', 'list']);
    expect(list.out.at(-1)).toBe('1 isolated');
  });

  it('notes it where somebody has taken the tag away by hand', async () => {
    const { world, ref } = await isolated();
    await world.stack
      .releaseWith('state', QUARANTINE, () => undefined)
      .putVersionTags(ref, { team: 'hr' });
    const ran = await world.sealward(APPLY);
    expect(ran.out.join('\n')).toContain('the marker tag was gone already');
    expect(ran.exitCode).toBe(0);
    const note = await world.read('quarantine', `${SOURCE}/${INTENT}/release.json`);
    expect(JSON.parse(note ?? '')).toMatchObject({ reason: REASON });
  });
});

const QUARANTINE = { bucket: 'quarantine', keyArn: '' as never };
