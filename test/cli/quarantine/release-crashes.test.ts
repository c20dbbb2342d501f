import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { KEY, SOURCE } from '../../app/quarantine/quarantine-world.ts';
import {
  EXEMPTION,
  ID,
  makeReleaseWorld,
  policyText,
  REASON,
  TARGET,
  type ReleaseWorld,
} from '../made/release-world.ts';

const APPLY = ['quarantine', 'release', ID, '--reason', REASON, '--apply'];
const BODY = 'twelve bytes';
const IN_PARTS = { largestCopy: 8, partBytes: 4 };
const EXEMPT = policyText(EXEMPTION);
const UNDER_TARGET = policyText('', TARGET);

const CHANGES = /^(?:Put|Copy|Create|Complete|Upload|progress)/;

/** From the nth moment before or after a change on, every call of the process is lost, until somebody starts it anew. */
const dieAt = (world: ReleaseWorld, nth: number): { readonly revive: () => void } => {
  const { before, after } = world.around;
  let moments = 0;
  const dies = (call: string) => {
    if (CHANGES.test(call)) moments += 1;
    if (moments >= nth) throw Object.assign(new Error('lost'), { name: 'TimeoutError' });
  };
  world.around.before = async (call) => {
    dies(call);
    await before?.(call);
  };
  world.around.after = dies;
  return {
    revive: () => {
      if (before !== undefined) world.around.before = before;
      if (after === undefined) delete world.around.after;
      else world.around.after = after;
    },
  };
};

const encryptionThere = async ({ user }: ReleaseWorld) => {
  const head = await user.send(new HeadObjectCommand({ Bucket: SOURCE, Key: KEY }));
  return head.ServerSideEncryption;
};

/** One world for each moment at which the first run may die; it ends with the run that does not. */
async function* everyCrash(sizes: Partial<typeof IN_PARTS>, first: string) {
  for (let nth = 1; ; nth += 1) {
    const world = await makeReleaseWorld({ versioning: 'Enabled', ...sizes });
    // of parts with this checksum nobody can tell from outside whether they make the same bytes
    await world.move(await world.put(BODY, { ChecksumAlgorithm: 'SHA256' }));
    const { revive } = dieAt(world, nth);
    const { exitCode } = await world.sealward(APPLY, { policy: first });
    revive();
    if (exitCode === 0) return;
    yield { nth, world };
  }
}

const state = async (world: ReleaseWorld) =>
  (await world.sealward(['quarantine', 'list'])).out.at(-1);

describe.each([
  ['at once', {}, 6],
  ['in parts', IN_PARTS, 14],
] as const)('a release %s that dies anywhere', (_how, sizes, moments) => {
  it('is made good by the next run', async () => {
    let deaths = 0;
    for await (const { nth, world } of everyCrash(sizes, UNDER_TARGET)) {
      deaths += 1;
      const before = await state(world);
      const ran = await world.sealward(APPLY, { policy: UNDER_TARGET });
      expect({ nth, ended: before === '1 released' ? 0 : ran.exitCode, out: ran.out }).toEqual({
        nth,
        ended: 0,
        out: ran.out,
      });
      expect(await world.current()).toBe(BODY);
      expect((await world.versions()).filter((one) => one !== 'marker')).toHaveLength(1);
      expect(await state(world)).toBe('1 released');
      expect(world.items.size).toBe(0);
    }
    expect(deaths).toBeGreaterThanOrEqual(moments);
  });

  it('is made good by the next run where its exemption has ended in between', async () => {
    const found = new Set<string | undefined>();
    for await (const { nth, world } of everyCrash(sizes, EXEMPT)) {
      const wasThere = (await world.current()) !== undefined;
      const before = await state(world);
      const ran = await world.sealward(APPLY, { policy: UNDER_TARGET });
      const encryption = await encryptionThere(world);
      found.add(encryption);
      expect({ nth, encryption, ended: before === '1 released' ? 0 : ran.exitCode }).toEqual({
        nth,
        encryption: wasThere ? 'AES256' : 'aws:kms',
        ended: 0,
      });
      expect(await world.current()).toBe(BODY);
      expect((await world.versions()).filter((one) => one !== 'marker')).toHaveLength(1);
      expect(await state(world)).toBe('1 released');
    }
    expect(found).toEqual(new Set(['AES256', 'aws:kms']));
  });
});
