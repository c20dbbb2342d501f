import { describe, expect, it } from '@jest/globals';
import { parseKeyArn } from '../../../core/keys/key-arn.ts';
import { INTENT, KEY, MOVED_TO, SOURCE } from '../../app/quarantine/quarantine-world.ts';
import { ocsfErrors } from '../../core/operator/made.ts';
import {
  CALLER,
  EXEMPTION,
  ID,
  makeReleaseWorld,
  policyText,
  REASON,
  RELEASE_ROLE,
} from '../made/release-world.ts';

const RELEASE = ['quarantine', 'release', ID, '--reason', REASON];
const APPLY = [...RELEASE, '--apply'];

const quarantined = async (options: Parameters<typeof makeReleaseWorld>[0] = {}) => {
  const world = await makeReleaseWorld({ versioning: 'Enabled', ...options });
  await world.move(await world.put('what it was'));
  expect(await world.current()).toBeUndefined();
  return world;
};

describe('sealward quarantine release, of what was moved', () => {
  it('says what it would do, and does nothing', async () => {
    const world = await quarantined();
    const ran = await world.sealward(RELEASE);
    expect(ran.out.slice(1)).toEqual([
      `  release      puts it back under the target of its rule: SSE-KMS under ${world.payrollKey}, with a bucket key`,
      '  verdict      compliant with rule `payroll`',
      expect.stringMatching(/^  policy       [0-9a-f]{12}, from sealward\.policy\.yaml$/),
      expect.stringMatching(/^  note         it was taken away under policy hash: deploy this one/),
      'nothing was changed: run it again with `--apply`',
    ]);
    expect(ran.out[0]).toMatch(/^due {12}eeeeeeeeeeee {2}s3:\/\/payroll-2026\//);
    expect(ran).toMatchObject({ exitCode: 1, err: [] });
    expect(world.writes).toEqual([]);
    expect(await world.current()).toBeUndefined();
  });

  it.each(['Enabled', undefined] as const)(
    'puts it back under the target, and keeps the copy: versioning %s',
    async (versioning) => {
      const world = await quarantined({ versioning });
      const ran = await world.sealward(APPLY);
      expect(ran).toMatchObject({ exitCode: 0, err: [] });
      expect(ran.out[0]).toMatch(/^released {7}eeeeeeeeeeee/);
      expect(await world.current()).toBe('what it was');
      const [quarantine, key] = MOVED_TO.slice('s3://'.length).split(/\/(.*)/);
      expect(await world.read(quarantine ?? '', key ?? '')).toBe('what it was');
    },
  );

  it('writes nothing before the ledger knows of it, and notes who and why beside the manifest', async () => {
    const world = await quarantined();
    await world.sealward(APPLY);
    expect(world.writes).toEqual([
      'record intended',
      'CopyObject',
      'PutObject', // which version it is now
      'record applied',
      'PutObject', // who and why
    ]);
    expect(world.records.flatMap(ocsfErrors)).toEqual([]);
    const [intent, outcome] = world.records;
    expect(intent?.unmapped.sealward).toMatchObject({ intentId: INTENT, reason: REASON });
    expect(outcome?.unmapped.sealward).toMatchObject({
      actId: intent?.unmapped.sealward.actId,
      versionId: expect.any(String),
      policyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(outcome?.resources[0]).toMatchObject({ name: KEY, namespace: SOURCE });
    const release = JSON.parse(
      (await world.read('quarantine', `${SOURCE}/${INTENT}/release.json`)) ?? '',
    );
    expect(release).toMatchObject({ v: 1, intentId: INTENT, by: CALLER, reason: REASON });
  });

  it('does nothing where the ledger does not take the intent', async () => {
    const world = await quarantined({ ledgerRefuses: () => true });
    const ran = await world.sealward(APPLY);
    expect(ran.err[0]).toMatch(/^error E_LEDGER: .*nothing was done/);
    expect(ran.exitCode).toBe(2);
    expect(world.writes).toEqual([]);
  });

  it('is made good by the next run where the ledger did not take the outcome', async () => {
    let refuses = true;
    const world = await quarantined({
      ledgerRefuses: ({ unmapped }) => refuses && unmapped.sealward.outcome === 'applied',
    });
    const ran = await world.sealward(APPLY);
    expect(ran.exitCode).toBe(2);
    expect(ran.out.at(-1)).toContain('it did not take the outcome');
    refuses = false;
    world.writes.length = 0;
    expect(await world.sealward(APPLY)).toMatchObject({ exitCode: 0 });
    expect(world.writes).toEqual(['record intended', 'record applied', 'PutObject']);
  });

  it('refuses to release twice', async () => {
    const world = await quarantined();
    await world.sealward(APPLY);
    world.writes.length = 0;
    const ran = await world.sealward(APPLY);
    expect(ran.out.join('\n')).toContain(`refused, already-released: it was released already (`);
    expect(ran.out.join('\n')).toContain(`by ${CALLER}: ${REASON})`);
    expect(ran.exitCode).toBe(2);
    expect(world.writes).toEqual([]);
  });

  it('never buries what is newer', async () => {
    const world = await quarantined();
    const { versionId } = await world.put('newer');
    const ran = await world.sealward(APPLY);
    expect(ran.out.join('\n')).toContain('refused, destination-taken: ');
    expect(ran.exitCode).toBe(2);
    expect(world.writes).toEqual([]);
    expect(await world.current()).toBe('newer');
    expect(await world.read(SOURCE, KEY, versionId)).toBe('newer');
  });

  it('never buries what comes in between its look and its copy', async () => {
    const world = await quarantined();
    const { before } = world.around;
    world.around.before = async (call) => {
      if (call === 'CopyObject') await world.put('newer');
      await before?.(call);
    };
    const ran = await world.sealward(APPLY);
    expect(ran.out.join('\n')).toContain('somebody has written an object to its place meanwhile');
    expect(ran.exitCode).toBe(2);
    expect(await world.current()).toBe('newer');
    expect(world.records.map(({ status }) => status)).toEqual(['Unknown', 'Failure']);
  });

  it('leaves older versions as old as they were', async () => {
    const world = await makeReleaseWorld({ versioning: 'Enabled' });
    await world.put('oldest');
    await world.put('older');
    await world.move(await world.put('moved'));
    expect(await world.current()).toBeUndefined();
    await world.sealward(APPLY);
    expect(await world.current()).toBe('moved');
    expect(await world.versions()).toHaveLength(4); // and the marker that the move has put on top
  });

  it('refuses what the policy would find again, and says what to change', async () => {
    const world = await quarantined({ policy: policyText() });
    const ran = await world.sealward(APPLY);
    expect(ran.out.slice(1, 7)).toEqual([
      '  release      refused, violation: the policy would find it in violation at once: change the rule, give it a `target`, or add an exemption',
      '  rule         payroll (severity high)',
      '  requirement  encryption',
      '  expected     aws:kms',
      '  found        AES256',
      `  also         kms-key: expected ${world.payrollKey}, found sse-s3`,
    ]);
    expect(ran.exitCode).toBe(2);
    expect(world.writes).toEqual([]);
  });

  it('puts it back as it was under an exemption', async () => {
    const world = await quarantined({ policy: policyText(EXEMPTION) });
    const ran = await world.sealward([...APPLY, '--json']);
    expect(JSON.parse(ran.out[0] ?? '')).toMatchObject({
      kind: 'release',
      intentId: INTENT,
      release: 'released',
      bucket: SOURCE,
      key: KEY,
      plan: { how: 'as-it-was', encryption: { algorithm: 'AES256' }, verdict: { kind: 'exempt' } },
      outcome: { kind: 'applied' },
      recorded: true,
      exitCode: 0,
    });
    expect(await world.current()).toBe('what it was');
  });

  it('refuses a copy that somebody has changed', async () => {
    const world = await quarantined();
    const key = `${SOURCE}/${INTENT}/object`;
    world.model.apply({
      service: 's3',
      name: 'PutObject',
      input: { Bucket: 'quarantine', Key: key, Body: Buffer.from('what it is not') },
    });
    const ran = await world.sealward(APPLY);
    expect(ran.out.join('\n')).toContain('refused, copy-differs: ');
    expect(world.writes).toEqual([]);
  });

  it('says how to become the release role where AWS refuses', async () => {
    const world = await quarantined();
    const Operations = ['GetObject', 'ListObjectsV2'] as const;
    const input = { Bucket: 'quarantine', Operations };
    world.model.apply({ service: 'model', name: 'DenyRequests', input });
    const ran = await world.sealward(APPLY);
    expect(ran.err[0]).toMatch(/^error E_ACCESS_DENIED: AWS refused: run it as the release role/);
    expect(ran.err[0]).toContain(`\`role_arn = ${RELEASE_ROLE}\``);
    expect(ran.exitCode).toBe(2);
  });

  it('closes its intent where AWS fails in between, and the next run makes it good', async () => {
    const world = await quarantined();
    const { before } = world.around;
    world.around.before = async (call) => {
      await before?.(call);
      if (call === 'CopyObject') throw Object.assign(new Error('slow'), { name: 'SlowDown' });
    };
    expect((await world.sealward(APPLY)).err[0]).toMatch(/^error E_THROTTLED/);
    expect(world.records.map(({ unmapped }) => unmapped.sealward.outcome)).toEqual([
      'intended',
      'failed',
    ]);
    world.around.before = (call) => before?.(call);
    expect(await world.sealward(APPLY)).toMatchObject({ exitCode: 0 });
    expect(await world.current()).toBe('what it was');
  });

  it.each([
    ['E_USAGE', ['quarantine', 'release', 'nothex', '--reason', 'x']],
    ['E_USAGE', ['quarantine', 'release', ID]],
    ['E_USAGE', ['quarantine', 'release', ID, '--reason', '  ']],
    ['E_USAGE', ['quarantine', 'release', ID, '--reason', 'x'.repeat(1025)]],
    ['E_NOT_FOUND', ['quarantine', 'release', 'aaaa', '--reason', 'x']],
    ['E_POLICY_NOT_FOUND', [...RELEASE, '--policy', 'none.yaml']],
    ['E_STACK_NOT_FOUND', [...RELEASE, '--region', 'eu-central-1']],
  ])('ends with %s: %j', async (code, argv) => {
    const world = await quarantined();
    const ran = await world.sealward(argv);
    expect(ran.err[0]).toMatch(new RegExp(`^error ${code}: `));
    expect(ran.exitCode).toBe(2);
    expect(world.writes).toEqual([]);
  });

  it('refuses a target that is not the pinned key any more', async () => {
    const world = await quarantined();
    const another = parseKeyArn(world.quarantineKey) ?? world.payrollKey;
    const deployed = { ...world.stack, readKey: async () => world.stack.readKey(another) };
    const ran = await world.sealward(APPLY, { deployed });
    expect(ran.out.join('\n')).toContain('refused, target-unusable: ');
    expect(world.writes).toEqual([]);
  });
});
