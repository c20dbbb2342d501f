import {
  GetObjectAnnotationCommand,
  GetObjectCommand,
  PutBucketOwnershipControlsCommand,
  PutObjectAnnotationCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import type { Ref } from '../../core/objects/ref.ts';
import { KEY, type QuarantineWorld, SOURCE } from '../app/quarantine/quarantine-world.ts';
import { attributeRows } from './attribute-rows.ts';

export const BODY = 'what is in it, thirty-two bytes.';
export const IN_PARTS = { largestCopy: 15, partBytes: 12 };
const OWNER = '1'.repeat(64); // canonical user ids
const READER = '2'.repeat(64);

export const ALGORITHMS = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** Retentions and holds, each alone. */
export const LOCKS = [
  [
    'a governance retention',
    {
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: new Date('2040-01-01T00:00:00Z'),
    },
  ],
  [
    'a compliance retention',
    {
      ObjectLockMode: 'COMPLIANCE',
      ObjectLockRetainUntilDate: new Date('2040-01-01T00:00:00Z'),
    },
  ],
  ['a legal hold', { ObjectLockLegalHoldStatus: 'ON' }],
] as const satisfies readonly (readonly [string, Partial<PutObjectCommandInput>])[];

export const EVENT_HOLD = [
  'an event hold',
  { ObjectLockEventHold: 'ON', ObjectLockEventHoldDurationDays: 30 },
] as const satisfies readonly [string, Partial<PutObjectCommandInput>];

export const LOCKED: Partial<PutObjectCommandInput> = { ...LOCKS[0][1], ...LOCKS[2][1] };

/** Something of every kind of attribute that an uploader can give an object. */
export const richInput = (
  ChecksumAlgorithm: Algorithm,
  tags = 10,
): Partial<PutObjectCommandInput> => ({
  CacheControl: 'private, max-age=60',
  ContentDisposition: "attachment; filename*=UTF-8''%C3%BCbersicht.pdf",
  ContentEncoding: 'identity',
  ContentLanguage: 'de-CH',
  ContentType: 'application/pdf; profile="a"',
  Expires: new Date('2031-03-04T05:06:07Z'),
  Metadata: {
    owner: 'hr',
    empty: '',
    encoded: '=?UTF-8?Q?J=C3=BCrg?=', // how S3 answers what is no ASCII
    bytes: 'J\u00C3\u00BCrg', // UTF-8 as HTTP carries it: one character a byte
  },
  Tagging: Array.from(
    { length: tags },
    (_, n) => `tag-${n}=${encodeURIComponent(`+ ü=${n}`)}`,
  ).join('&'),
  StorageClass: 'STANDARD_IA',
  WebsiteRedirectLocation: '/elsewhere?x=ü',
  GrantFullControl: `id="${OWNER}"`,
  GrantRead: `id="${READER}", uri="http://acs.amazonaws.com/groups/global/AuthenticatedUsers"`,
  GrantReadACP: `id="${READER}"`,
  ChecksumAlgorithm,
});

/** Uploads it, with two annotations, into a bucket that keeps ACLs. */
export const putRich = async (
  { user, put }: Pick<QuarantineWorld, 'user' | 'put'>,
  input: Partial<PutObjectCommandInput>,
): Promise<Ref> => {
  await user.send(
    new PutBucketOwnershipControlsCommand({
      Bucket: SOURCE,
      OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
    }),
  );
  const ref = await put(BODY, input);
  for (const [AnnotationName, AnnotationPayload] of [
    ['classification', '{"pii":true}'],
    ['lineage.v2', 'from übersicht'],
  ] as const) {
    const named = { Bucket: SOURCE, Key: KEY, AnnotationName };
    await user.send(new PutObjectAnnotationCommand({ ...named, AnnotationPayload }));
  }
  return ref;
};

/** Every attribute, the bytes, and the text of each annotation. */
export const readWhole = async (
  { user, ports }: Pick<QuarantineWorld, 'user' | 'ports'>,
  { bucket: Bucket, key: Key, versionId: VersionId }: Ref,
) => {
  const version = VersionId === undefined ? {} : { versionId: VersionId };
  const reading = await ports.readAttributes({ bucket: Bucket, key: Key, ...version });
  if (reading.kind !== 'attributes') throw new Error(reading.kind);
  const { attributes } = reading;
  const { Body } = await user.send(new GetObjectCommand({ Bucket, Key, VersionId }));
  const annotations: Record<string, unknown> = {};
  for (const { name } of attributes.annotations) {
    const { AnnotationPayload } = await user.send(
      new GetObjectAnnotationCommand({ Bucket, Key, VersionId, AnnotationName: name }),
    );
    annotations[name] = await AnnotationPayload?.transformToString();
  }
  return { attributes, bytes: await Body?.transformToString(), annotations };
};
export type Whole = Awaited<ReturnType<typeof readWhole>>;

/** The paths of all attributes that are not the same, sorted. */
export const changedRows = (before: Whole, after: Whole): readonly string[] => {
  const [was, is] = [attributeRows(before.attributes), attributeRows(after.attributes)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .toSorted();
};

/** What of `richInput` did not arrive: a remedy cannot keep what its object never had. */
export const lacksOf = (
  { attributes }: Whole,
  algorithm: Algorithm,
  tags = 10,
): readonly string[] => {
  const has = {
    tags: Object.keys(attributes.tags).length === tags,
    grants: attributes.acl.grants.length === 4,
    annotations: attributes.annotations.length === 2,
    headers: Object.keys(attributes.headers).length === 6,
    metadata: Object.keys(attributes.metadata).length === 4,
    checksum: attributes.checksum?.algorithm === algorithm,
    class: attributes.storageClass === 'STANDARD_IA',
    redirect: attributes.websiteRedirect !== undefined,
  };
  return Object.entries(has).flatMap(([name, there]) => (there ? [] : [name]));
};
