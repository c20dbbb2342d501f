import { describe, expect, it } from '@jest/globals';
import { serialiseManifest } from '../../../core/quarantine/serialise-manifest.ts';
import { hidesText } from '../../../core/show-text.ts';
import { makeManifest, RELEASED } from '../../core/release/made.ts';
import { makeViolation } from '../../made/facts.ts';
import { ID, makeReleaseWorld, RELEASE_ROLE, REASON } from '../made/release-world.ts';

const LIST = ['quarantine', 'list'];
const id = (digits: string): string => digits.padEnd(64, '0');

/** A quarantine bucket with exactly these objects. */
const holding = async (texts: Readonly<Record<string, string>>) => {
  const world = await makeReleaseWorld();
  for (const [Key, text] of Object.entries(texts)) {
    const input = { Bucket: 'quarantine', Key, Body: Buffer.from(text) };
    world.model.apply({ service: 's3', name: 'PutObject', input });
  }
  world.writes.length = 0;
  return world;
};

const manifest = (intentId: string, at: string, bucket = 'payroll-2026', key = 'x.pdf'): string =>
  serialiseManifest({
    ...makeManifest({ ref: { bucket, key, versionId: 'v1' } }),
    intentId,
    at: `2026-11-${at}T00:00:00.000Z`,
  });

describe('sealward quarantine list', () => {
  it('lists what is there, the oldest first, with ids that cannot be confused', async () => {
    const [a, b, c] = [id('aaaaaaaaaaaaaaa1'), id('aaaaaaaaaaaaaaa2'), id('b')];
    const world = await holding({
      [`payroll-2026/${a}/manifest.json`]: manifest(a, '22'),
      [`payroll-2026/${a}/object`]: 'x',
      [`payroll-2026/${b}/manifest.json`]: manifest(b, '21'),
      [`payroll-2026/${b}/release.json`]: serialiseManifest({ ...RELEASED, intentId: b }),
      [`invoices/${c}/manifest.json`]: manifest(c, '23', 'invoices', 'y.pdf'),
    });
    const ran = await world.sealward(LIST);
    expect(ran.out).toEqual([
      'released       aaaaaaaaaaaaaaa2  s3://payroll-2026/x.pdf (version v1)',
      '  since        2026-11-21T00:00:00.000Z',
      '  rule         payroll (severity high)',
      '  requirement  encryption',
      '  expected     aws:kms',
      '  found        AES256',
      '  size         11 bytes',
      '  released     2026-11-22T00:00:00.000Z by arn:jane',
      '  reason       because',
      'quarantined    aaaaaaaaaaaaaaa1  s3://payroll-2026/x.pdf (version v1)',
      '  since        2026-11-22T00:00:00.000Z',
      '  rule         payroll (severity high)',
      '  requirement  encryption',
      '  expected     aws:kms',
      '  found        AES256',
      '  size         11 bytes',
      'quarantined    b000000000000000  s3://invoices/y.pdf (version v1)',
      '  since        2026-11-23T00:00:00.000Z',
      '  rule         payroll (severity high)',
      '  requirement  encryption',
      '  expected     aws:kms',
      '  found        AES256',
      '  size         11 bytes',
      '1 released, 2 quarantined',
    ]);
    expect(ran).toMatchObject({ exitCode: 0, err: [] });
    expect(world.writes).toEqual([]);
    expect(ran.progress).toEqual([
      'read 1 in quarantine',
      'read 2 in quarantine',
      'read 3 in quarantine',
      '',
    ]);
    const one = await world.sealward([...LIST, '--bucket', 'invoices']);
    expect(one.out.at(-1)).toBe('1 quarantined');
  });

  it('lists what it cannot read, goes on, and exits with 2', async () => {
    const [a, b, c, d] = [id('a'), id('b'), id('c'), id('d')];
    const world = await holding({
      [`payroll-2026/${a}/manifest.json`]: '{"v":2}',
      [`payroll-2026/${b}/manifest.json`]: manifest(b, '21'),
      [`payroll-2026/${c}/manifest.json`]: manifest(b, '22'), // of another intent
      [`payroll-2026/${d}/object`]: 'x',
      'something else': 'not ours',
    });
    const ran = await world.sealward([...LIST, '--json']);
    expect(ran.out.map((line) => JSON.parse(line))).toMatchObject([
      { kind: 'entry', intentId: b, state: 'quarantined', because: { rule: 'payroll' }, size: 11 },
      { intentId: a, state: 'unreadable', words: expect.stringContaining('not a manifest') },
      { intentId: c, state: 'unreadable', words: expect.stringContaining('another object') },
      { intentId: d, state: 'under-way' },
      { kind: 'summary', entries: 4, quarantined: 1, unreadable: 2, 'under-way': 1, exitCode: 2 },
    ]);
    expect(ran.exitCode).toBe(2);
    const shown = await world.sealward(LIST);
    expect(shown.out.at(-1)).toBe('1 quarantined, 2 unreadable, 1 under-way');
  });

  it('names the one manifest that AWS does not give', async () => {
    const [a, b] = [id('a'), id('b')];
    const world = await holding({
      [`payroll-2026/${a}/manifest.json`]: manifest(a, '21'),
      [`payroll-2026/${b}/manifest.json`]: manifest(b, '22'),
    });
    const input = {
      Bucket: 'quarantine',
      Key: `payroll-2026/${a}/manifest.json`,
      Operations: ['GetObject'] as const,
    };
    world.model.apply({ service: 'model', name: 'DenyRequests', input });
    const ran = await world.sealward(LIST);
    expect(ran.out).toContain('1 quarantined, 1 unreadable');
    expect(ran.out.join('\n')).toContain('manifest     cannot be read: AccessDenied');
    expect(ran.exitCode).toBe(2);
  });

  it('lets nothing act on the screen that somebody wrote into a key or a reason', async () => {
    const a = id('a');
    const because = makeViolation({ rule: 'r\u001B[2J', found: '\u202E' });
    const hostile = { ...makeManifest({ tags: { '\u001B[1m': '\u202E' } }), intentId: a, because };
    const ref = { bucket: 'payroll-2026', key: '\u001B]0;x\u0007\u202E', versionId: '\u0001' };
    const text = serialiseManifest({ ...hostile, source: { ...hostile.source, ref } });
    const reason = '\u001B[2J\nreleased';
    const world = await holding({
      [`payroll-2026/${a}/manifest.json`]: text,
      [`payroll-2026/${a}/release.json`]: serialiseManifest({ ...RELEASED, intentId: a, reason }),
    });
    const runs = [LIST, [...LIST, '--json'], ['quarantine', 'show', a]];
    for (const argv of [...runs, ['quarantine', 'show', a, '--json']]) {
      const ran = await world.sealward(argv);
      expect(ran.err).toEqual([]);
      expect(ran.out.filter(hidesText)).toEqual([]);
    }
  });

  it('says where there is nothing', async () => {
    const ran = await (await makeReleaseWorld()).sealward(LIST);
    expect(ran).toMatchObject({ exitCode: 0, out: ['nothing is in quarantine'] });
  });

  it('says which param is missing where the stack was not opted in', async () => {
    const { stack, sealward } = await makeReleaseWorld();
    const deployed = { ...stack, outputs: { Mode: 'observe' } };
    const ran = await sealward(LIST, { deployed });
    expect(ran.err).toEqual([
      'error E_NOT_OPTED_IN: stack `sealward-test` has no quarantine: deploy it with the param `quarantineBuckets`',
    ]);
    expect(ran.exitCode).toBe(2);
  });

  it('says how to become the release role where AWS refuses', async () => {
    const world = await makeReleaseWorld();
    const input = { Bucket: 'quarantine', Operations: ['ListObjectsV2'] as const };
    world.model.apply({ service: 'model', name: 'DenyRequests', input });
    const ran = await world.sealward(LIST);
    expect(ran.err[0]).toContain(`\`role_arn = ${RELEASE_ROLE}\``);
    expect(ran.exitCode).toBe(2);
  });
});

describe('sealward quarantine show', () => {
  it('shows all that is known, and what a release would do', async () => {
    const world = await makeReleaseWorld({ versioning: 'Enabled' });
    await world.move(await world.put('what it was', { Tagging: 'team=hr' }));
    const ran = await world.sealward(['quarantine', 'show', ID]);
    const words = ran.out.join('\n');
    for (const part of [
      '  expected     aws:kms\n',
      '  copy         s3://quarantine/payroll-2026/eeee',
      'as it was found\n  encryption   SSE-S3\n',
      '  tag          team = hr\n',
      'what a release would do now\n',
      ', from sealward.policy.yaml',
      '  release      puts it back under the target of its rule: ',
      `  who may      whoever may assume ${RELEASE_ROLE}`,
    ]) {
      expect(words).toContain(part);
    }
    expect(ran).toMatchObject({ exitCode: 0, err: [] });
    expect(world.writes).toEqual([]);
    const json = await world.sealward(['quarantine', 'show', ID, '--json']);
    expect(JSON.parse(json.out[0] ?? '')).toMatchObject({
      state: 'quarantined',
      attributes: { tags: { team: 'hr' }, encryption: { kind: 'sse-s3' } },
      plan: { kind: 'restore', how: 'under-target' },
      release: null,
      releaseRole: RELEASE_ROLE,
    });
  });

  it('shows why a release would be refused, and exits with 0 all the same', async () => {
    const world = await makeReleaseWorld({ versioning: 'Enabled' });
    await world.move(await world.put('what it was'));
    await world.put('newer');
    const ran = await world.sealward(['quarantine', 'show', ID]);
    expect(ran.out.join('\n')).toContain('refused, destination-taken: ');
    expect(ran.exitCode).toBe(0);
  });

  it('asks for more of an id that two have in common', async () => {
    const [a, b] = [id('aaaaa1'), id('aaaaa2')];
    const world = await holding({
      [`payroll-2026/${a}/manifest.json`]: manifest(a, '22'),
      [`invoices/${b}/manifest.json`]: manifest(b, '21', 'invoices'),
    });
    world.model.apply({ service: 's3', name: 'CreateBucket', input: { Bucket: 'invoices' } });
    const ran = await world.sealward(['quarantine', 'show', 'aaaaa']);
    expect(ran.err[0]?.split('\n')).toEqual([
      'error E_USAGE: 2 ids begin with `aaaaa`: give more of it',
      `  ${b}`,
      `  ${a}`,
    ]);
    expect(await world.sealward(['quarantine', 'show', 'aaaaa1'])).toMatchObject({ exitCode: 0 });
    const narrowed = ['quarantine', 'show', 'aaaaa', '--bucket', 'invoices'];
    expect(await world.sealward(narrowed)).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['not a manifest', 'manifest.json', '{}'],
    ['has no manifest yet', 'object', 'x'],
  ])('ends with E_MANIFEST where it %s', async (words, name, text) => {
    const world = await holding({ [`payroll-2026/${id('a')}/${name}`]: text });
    for (const more of [[], ['--reason', REASON, '--apply']]) {
      const command = more.length === 0 ? 'show' : 'release';
      const ran = await world.sealward(['quarantine', command, id('a'), ...more]);
      expect(ran.err[0]).toMatch(/^error E_MANIFEST: /);
      expect(ran.err[0]).toContain(words);
      expect(ran.exitCode).toBe(2);
    }
    expect(world.writes).toEqual([]);
  });
});
