import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  CompleteMultipartUploadCommand,
  type CompletedPart,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectAnnotationCommand,
  GetObjectCommand,
  PutBucketOwnershipControlsCommand,
  PutObjectAnnotationCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { createCopyOntoItself } from '../../app/copies/copy-onto-itself.ts';
import { parseKeyArn } from '../../core/keys/key-arn.ts';
import type { Outcome } from '../../core/orders/order.ts';
import { makeCopyWorld, makeOrder, MINUTES } from '../app/copies/copy-world.ts';
import { attributeRows } from './attribute-rows.ts';

const BUCKET = 'payroll';
const KEY = 'rich/übersicht ?versionId=x.pdf';
const BODY = Buffer.from('what is in it, thirty-two bytes.');
const PART = 10;
const OWNER = '1'.repeat(64); // canonical user ids
const READER = '2'.repeat(64);
const LIMITS = { copySourceBytes: 1_000, minPartBytes: PART };
const SHARED = {
  Bucket: BUCKET,
  Key: KEY,
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
  Tagging: Array.from({ length: 10 }, (_, n) => `tag-${n}=${encodeURIComponent(`+ ü=${n}`)}`).join(
    '&',
  ),
  StorageClass: 'STANDARD_IA',
  WebsiteRedirectLocation: '/elsewhere?x=ü',
  GrantFullControl: `id="${OWNER}"`,
  GrantRead: `id="${READER}", uri="http://acs.amazonaws.com/groups/global/AuthenticatedUsers"`,
  GrantReadACP: `id="${READER}"`,
  ObjectLockMode: 'GOVERNANCE',
  ObjectLockRetainUntilDate: new Date('2040-01-01T00:00:00Z'),
  ObjectLockLegalHoldStatus: 'ON',
} as const;

/** What no copy keeps, and why AWS does not allow it. Everything else must be the same. */
const ALWAYS: Readonly<Record<string, string>> = {
  'ref.versionId': 'every write makes a new version: UserGuide/versioning-workflows',
  etag: 'the ETag of a KMS object is no MD5, and another one for each write: API_Object',
  lastModified: 'the date is that of the copy: API_CopyObject',
  'encryption.kind': 'what the order is for',
  'encryption.keyArn': 'what the order is for',
  'encryption.bucketKey': 'what the order is for',
};
const NEW_PARTS: Readonly<Record<string, string>> = {
  'parts.count': 'a copy in parts has parts: API_CreateMultipartUpload',
  'parts.firstBytes': 'a copy in parts has parts: API_CreateMultipartUpload',
};
const NO_PARTS: Readonly<Record<string, string>> = {
  'parts.count': 'a copy made at once is in one piece: API_CopyObject',
  'parts.firstBytes': 'a copy made at once is in one piece: API_CopyObject',
  'checksum.type':
    'and its checksum is one of the whole: UserGuide/checking-object-integrity-upload',
  'checksum.value':
    'and its checksum is one of the whole: UserGuide/checking-object-integrity-upload',
};
const SHA_IN_PARTS: Readonly<Record<string, string>> = {
  'checksum.type': 'no whole-object SHA over parts: UserGuide/checking-object-integrity-upload',
  'checksum.value': 'no whole-object SHA over parts: UserGuide/checking-object-integrity-upload',
};

type Algorithm = 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256';
type World = ReturnType<typeof makeCopyWorld>;

const openBucket = async ({ s3 }: World): Promise<void> => {
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET, ObjectLockEnabledForBucket: true }));
  await s3.send(
    new PutBucketOwnershipControlsCommand({
      Bucket: BUCKET,
      OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
    }),
  );
};

const putAtOnce = async ({ model }: World, ChecksumAlgorithm: Algorithm): Promise<void> => {
  const input = { ...SHARED, Body: BODY, ChecksumAlgorithm };
  const result = model.apply({ service: 's3', name: 'PutObject', input });
  if (result.kind !== 'ok') throw new Error(result.message);
  return Promise.resolve();
};

const putInParts = async ({ s3 }: World, ChecksumAlgorithm: Algorithm): Promise<void> => {
  const address = { Bucket: BUCKET, Key: KEY };
  const { UploadId } = await s3.send(
    new CreateMultipartUploadCommand({ ...SHARED, ChecksumAlgorithm }),
  );
  const Parts: CompletedPart[] = [];
  for (let start = 0; start < BODY.length; start += PART) {
    const PartNumber = Parts.length + 1;
    const Body = BODY.subarray(start, start + PART);
    const part = await s3.send(
      new UploadPartCommand({ ...address, UploadId, PartNumber, Body, ChecksumAlgorithm }),
    );
    Parts.push({ ...part, PartNumber });
  }
  await s3.send(
    new CompleteMultipartUploadCommand({ ...address, UploadId, MultipartUpload: { Parts } }),
  );
};

const annotate = async (s3: S3Client): Promise<void> => {
  for (const [AnnotationName, AnnotationPayload] of [
    ['classification', '{"pii":true}'],
    ['lineage.v2', 'from übersicht'],
  ] as const) {
    await s3.send(
      new PutObjectAnnotationCommand({
        Bucket: BUCKET,
        Key: KEY,
        AnnotationName,
        AnnotationPayload,
        ChecksumAlgorithm: 'SHA256',
      }),
    );
  }
};

const readWhole = async ({ ports, s3 }: World, versionId?: string) => {
  const reading = await ports.readAttributes({
    bucket: BUCKET,
    key: KEY,
    ...(versionId !== undefined && { versionId }),
  });
  if (reading.kind !== 'attributes') throw new Error(reading.kind);
  const { attributes } = reading;
  const exact = { Bucket: BUCKET, Key: KEY, VersionId: attributes.ref.versionId };
  const { Body } = await s3.send(new GetObjectCommand(exact));
  const annotations: Record<string, unknown> = {};
  for (const { name } of attributes.annotations) {
    const { AnnotationPayload, ChecksumSHA256 } = await s3.send(
      new GetObjectAnnotationCommand({
        ...exact,
        AnnotationName: name,
        ChecksumMode: 'ENABLED',
      }),
    );
    annotations[name] = [await AnnotationPayload?.transformToString(), ChecksumSHA256];
  }
  return { attributes, bytes: await Body?.transformToString(), annotations };
};

const EACH: readonly Algorithm[] = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'];
const isSha = (algorithm: Algorithm): boolean => algorithm.startsWith('SHA');

describe.each([
  ...EACH.map((algorithm) => ['copy', 'at once', algorithm, putAtOnce, { ...ALWAYS }] as const),
  ...EACH.map(
    (algorithm) =>
      [
        'copy-in-parts',
        'at once',
        algorithm,
        putAtOnce,
        { ...ALWAYS, ...NEW_PARTS, ...(isSha(algorithm) && SHA_IN_PARTS) },
      ] as const,
  ),
  ['copy', 'in parts', 'SHA256', putInParts, { ...ALWAYS, ...NO_PARTS }] as const,
  ['copy', 'in parts', 'CRC32', putInParts, { ...ALWAYS, ...NO_PARTS }] as const,
  // the same parts again, and with them the same composite checksum
  ['copy-in-parts', 'in parts', 'SHA256', putInParts, ALWAYS] as const,
  ['copy-in-parts', 'in parts', 'CRC32', putInParts, ALWAYS] as const,
])('%s of a rich object, uploaded %s with %s', (remedy, _how, algorithm, put, exceptions) => {
  let before: Awaited<ReturnType<typeof readWhole>>;
  let after: Awaited<ReturnType<typeof readWhole>>;
  let left: Awaited<ReturnType<typeof readWhole>>;
  let outcome: Outcome | 'continue';

  beforeAll(async () => {
    const largestCopy = remedy === 'copy' ? 1_000 : 15;
    let now = Date.parse('2026-11-24T12:00:00Z');
    const world = makeCopyWorld({
      limits: LIMITS,
      largestCopy,
      partBytes: 12,
      now: () => (now += 60_000),
    });
    await openBucket(world);
    await put(world, algorithm);
    await annotate(world.s3);
    before = await readWhole(world);
    const { KeyMetadata } = await world.kms.send(new CreateKeyCommand({}));
    const keyArn = parseKeyArn(KeyMetadata?.Arn ?? '');
    if (keyArn === undefined) throw new Error('no key');
    const { ref, size } = before.attributes;
    const pin = { kind: 'version', versionId: ref.versionId ?? '' } as const;
    const to = { algorithm: 'aws:kms', keyArn, bucketKey: true } as const;
    const order = { ...makeOrder(ref, pin, to, size), kind: remedy };
    outcome = await createCopyOntoItself(world.ports)(order, MINUTES);
    after = await readWhole(world);
    left = await readWhole(world, ref.versionId);
  });

  it('begins with an object that has all of it', () => {
    const { attributes } = before;
    const rows = attributeRows(attributes);
    expect(Object.keys(attributes.tags)).toHaveLength(10);
    expect(attributes.acl.grants).toHaveLength(4);
    expect(attributes.annotations).toHaveLength(2);
    expect(attributes.checksum?.algorithm).toBe(algorithm);
    expect(rows.get('storageClass')).toBe('STANDARD_IA');
    expect(rows.get('headers.expires')).toBe('Tue, 04 Mar 2031 05:06:07 GMT');
    expect(rows.size).toBeGreaterThan(45);
  });

  it('keeps every attribute but those that AWS does not let it keep', () => {
    const [was, is] = [attributeRows(before.attributes), attributeRows(after.attributes)];
    const changed = [...new Set([...was.keys(), ...is.keys()])].filter(
      (name) => was.get(name) !== is.get(name),
    );
    expect(changed.toSorted()).toEqual(Object.keys(exceptions).toSorted());
  });

  it('keeps the bytes, and those of its annotations', () => {
    expect([after.bytes, after.annotations]).toEqual([before.bytes, before.annotations]);
    expect(after.bytes).toBe(BODY.toString());
  });

  it('names both versions', () => {
    expect(outcome).toEqual({
      kind: 'applied',
      became: after.attributes.ref.versionId,
      residual: before.attributes.ref.versionId,
    });
  });

  it('leaves the version that it was made from as it was', () => {
    expect(left).toEqual(before);
  });
});
