import { describe, expect, it } from '@jest/globals';
import { KEY, SOURCE } from '../app/quarantine/quarantine-world.ts';
import {
  EXEMPTION,
  ID,
  makeReleaseWorld,
  policyText,
  REASON,
  TARGET,
} from '../cli/made/release-world.ts';
import {
  ALGORITHMS,
  changedRows,
  IN_PARTS,
  LOCKED,
  lacksOf,
  putRich,
  readWhole,
  richInput,
} from './rich-original.ts';

const RELEASE = ['quarantine', 'release', ID, '--reason', REASON, '--apply'];
const UNDER_TARGET = policyText('', TARGET);
const AS_IT_WAS = policyText(EXEMPTION);

/** What no release gives back, and why AWS does not allow it. Everything else is the same. */
const ALWAYS: Readonly<Record<string, string>> = {
  'ref.versionId': 'every write makes a new version: UserGuide/versioning-workflows',
  lastModified: 'the date is that of the copy: API_CopyObject',
};
const ENCRYPTED: Readonly<Record<string, string>> = {
  etag: 'the ETag of a KMS object is no MD5: API_Object',
  'encryption.kind': 'what the policy asks for',
  'encryption.keyArn': 'what the policy asks for',
  'encryption.bucketKey': 'what the policy asks for',
};
const PARTS: Readonly<Record<string, string>> = {
  etag: 'the ETag of a multipart upload is no MD5: API_Object',
  'parts.count': 'a copy in parts has parts: API_CreateMultipartUpload',
  'parts.firstBytes': 'a copy in parts has parts: API_CreateMultipartUpload',
};
const SHA_IN_PARTS: Readonly<Record<string, string>> = {
  'checksum.type': 'no whole-object SHA over parts: UserGuide/checking-object-integrity-upload',
  'checksum.value': 'no whole-object SHA over parts: UserGuide/checking-object-integrity-upload',
};

describe.each(ALGORITHMS)('a rich object with %s that is released', (algorithm) => {
  const inParts = { ...PARTS, ...(algorithm.startsWith('SHA') && SHA_IN_PARTS) };

  it.each([
    ['under the target', UNDER_TARGET, {}, { ...ALWAYS, ...ENCRYPTED }],
    ['as it was', AS_IT_WAS, {}, ALWAYS],
    ['under the target, in parts', UNDER_TARGET, IN_PARTS, { ...ALWAYS, ...ENCRYPTED, ...inParts }],
    ['as it was, in parts', AS_IT_WAS, IN_PARTS, { ...ALWAYS, ...inParts }],
  ])('after a move, %s', async (_how, policy, sizes, exceptions) => {
    const world = await makeReleaseWorld({ versioning: 'Enabled', policy, ...sizes });
    const ref = await putRich(world, richInput(algorithm));
    const before = await readWhole(world, ref);
    expect(lacksOf(before, algorithm)).toEqual([]);
    await world.move(ref);
    expect(await world.current()).toBeUndefined();
    expect(await world.sealward(RELEASE)).toMatchObject({ exitCode: 0, err: [] });
    const after = await readWhole(world, { bucket: SOURCE, key: KEY });
    expect(changedRows(before, after)).toEqual(Object.keys(exceptions).toSorted());
    expect([after.bytes, after.annotations]).toEqual([before.bytes, before.annotations]);
  });

  it.each([
    ['without a lock', {}],
    ['under a retention and a legal hold', LOCKED],
  ])('after it was isolated %s, is what it was in everything', async (_how, lock) => {
    const options = { versioning: 'Enabled', lock: true, policy: AS_IT_WAS } as const;
    const world = await makeReleaseWorld(options);
    const ref = await putRich(world, { ...richInput(algorithm, 9), ...lock });
    const before = await readWhole(world, ref);
    const versions = await world.versions();
    expect(lacksOf(before, algorithm, 9)).toEqual([]);
    await world.isolate(ref);
    const isolated = await readWhole(world, ref);
    expect(changedRows(before, isolated)).toEqual(['tags.sealward-isolated']);
    expect(await world.sealward(RELEASE)).toMatchObject({ exitCode: 0, err: [] });
    expect(await readWhole(world, ref)).toEqual(before);
    expect(await world.versions()).toEqual(versions);
  });
});
