import {
  GetObjectAnnotationCommand,
  PutBucketOwnershipControlsCommand,
  PutObjectAnnotationCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { KEY, SOURCE } from '../../app/quarantine/quarantine-world.ts';
import { attributeRows } from '../../remedies/attribute-rows.ts';
import {
  EXEMPTION,
  ID,
  makeReleaseWorld,
  policyText,
  REASON,
  type ReleaseWorld,
} from '../made/release-world.ts';

const READER = '2'.repeat(64); // canonical user id

const RICH: Partial<PutObjectCommandInput> = {
  CacheControl: 'private, max-age=60',
  ContentDisposition: "attachment; filename*=UTF-8''%C3%BCbersicht.pdf",
  ContentEncoding: 'identity',
  ContentLanguage: 'de-CH',
  ContentType: 'application/pdf; profile="a"',
  Expires: new Date('2031-03-04T05:06:07Z'),
  Metadata: { owner: 'hr', empty: '', encoded: '=?UTF-8?Q?J=C3=BCrg?=' },
  Tagging: Array.from({ length: 10 }, (_, n) => `tag-${n}=${encodeURIComponent(`+ ü=${n}`)}`).join(
    '&',
  ),
  StorageClass: 'STANDARD_IA',
  WebsiteRedirectLocation: '/elsewhere?x=1',
  GrantRead: `id="${READER}", uri="http://acs.amazonaws.com/groups/global/AuthenticatedUsers"`,
  GrantReadACP: `id="${READER}"`,
  ChecksumAlgorithm: 'SHA256',
};

/** What no release gives back, and why AWS does not allow it. Everything else is the same. */
const ALWAYS: Readonly<Record<string, string>> = {
  'ref.versionId': 'every write makes a new version: UserGuide/versioning-workflows',
  lastModified: 'the date is that of the copy: API_CopyObject',
};
const UNDER_TARGET: Readonly<Record<string, string>> = {
  etag: 'the ETag of a KMS object is no MD5: API_Object',
  'encryption.kind': 'what the policy asks for',
  'encryption.keyArn': 'what the policy asks for',
  'encryption.bucketKey': 'what the policy asks for',
};
const IN_PARTS: Readonly<Record<string, string>> = {
  etag: 'the ETag of a multipart upload is no MD5: API_Object',
  'parts.count': 'a copy in parts has parts: API_CreateMultipartUpload',
  'parts.firstBytes': 'a copy in parts has parts: API_CreateMultipartUpload',
  'checksum.type': 'no whole-object SHA over parts: UserGuide/checking-object-integrity-upload',
  'checksum.value': 'no whole-object SHA over parts: UserGuide/checking-object-integrity-upload',
};

const annotate = async ({ user }: ReleaseWorld): Promise<void> => {
  for (const [AnnotationName, AnnotationPayload] of [
    ['classification', '{"pii":true}'],
    ['lineage.v2', 'from übersicht'],
  ] as const) {
    const named = { Bucket: SOURCE, Key: KEY, AnnotationName };
    await user.send(new PutObjectAnnotationCommand({ ...named, AnnotationPayload }));
  }
};

const readWhole = async ({ ports, user, current }: ReleaseWorld) => {
  const reading = await ports.readAttributes({ bucket: SOURCE, key: KEY });
  if (reading.kind !== 'attributes') throw new Error(reading.kind);
  const { attributes } = reading;
  const annotations: Record<string, unknown> = {};
  for (const { name } of attributes.annotations) {
    const named = { Bucket: SOURCE, Key: KEY, AnnotationName: name };
    const { AnnotationPayload } = await user.send(new GetObjectAnnotationCommand(named));
    annotations[name] = await AnnotationPayload?.transformToString();
  }
  return { attributes, bytes: await current(), annotations };
};

const SIZES = { largestCopy: 8, partBytes: 4 };

describe.each([
  ['under the target', {}, undefined, { ...ALWAYS, ...UNDER_TARGET }],
  ['as it was', {}, policyText(EXEMPTION), ALWAYS],
  ['under the target, in parts', SIZES, undefined, { ...ALWAYS, ...UNDER_TARGET, ...IN_PARTS }],
  ['as it was, in parts', SIZES, policyText(EXEMPTION), { ...ALWAYS, ...IN_PARTS }],
] as const)('a rich object that is released %s', (_how, sizes, policy, exceptions) => {
  let before: Awaited<ReturnType<typeof readWhole>>;
  let after: Awaited<ReturnType<typeof readWhole>>;

  beforeAll(async () => {
    const options = { versioning: 'Enabled', ...sizes } as const;
    const world = await makeReleaseWorld({ ...options, ...(policy !== undefined && { policy }) });
    await world.user.send(
      new PutBucketOwnershipControlsCommand({
        Bucket: SOURCE,
        OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
      }),
    );
    const ref = await world.put('what is in it', RICH);
    await annotate(world);
    before = await readWhole(world);
    await world.move(ref);
    const argv = ['quarantine', 'release', ID, '--reason', REASON, '--apply'];
    const ran = await world.sealward(argv);
    if (ran.exitCode !== 0) throw new Error([...ran.out, ...ran.err].join('\n'));
    after = await readWhole(world);
  });

  it('begins with all of it', () => {
    expect(Object.keys(before.attributes.tags)).toHaveLength(10);
    expect(before.attributes.acl.grants.length).toBeGreaterThan(2);
    expect(before.attributes.annotations).toHaveLength(2);
    expect(attributeRows(before.attributes).size).toBeGreaterThan(35);
  });

  it('has every attribute again but those that AWS does not let it have', () => {
    const [was, is] = [attributeRows(before.attributes), attributeRows(after.attributes)];
    const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
      (name) => was.get(name) !== is.get(name),
    );
    expect(changed.toSorted()).toEqual(Object.keys(exceptions).toSorted());
  });

  it('has its bytes again, and those of its annotations', () => {
    expect([after.bytes, after.annotations]).toEqual([before.bytes, before.annotations]);
    expect(after.bytes).toBe('what is in it');
  });
});
