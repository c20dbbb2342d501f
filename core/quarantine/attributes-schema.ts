import * as z from 'zod/mini';
import { listUntilFlaw } from '../list-until-flaw.ts';
import { parseKeyArn } from '../keys/key-arn.ts';
import { stringMap } from './string-map.ts';

const TEXT = z.string().check(z.minLength(1));
const COUNT = z.number().check(z.nonnegative(), z.int());
const DATE = z.pipe(
  z.iso.datetime(),
  z.transform((text) => new Date(text)),
);
const KEY_ARN = z.string().check(z.refine((text) => parseKeyArn(text) !== undefined));

const ENCRYPTION = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sse-s3') }),
  z.object({ kind: z.literal('sse-kms'), keyArn: KEY_ARN, bucketKey: z.boolean() }),
  z.object({ kind: z.literal('dsse-kms'), keyArn: KEY_ARN }),
  z.object({ kind: z.literal('sse-c') }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('managed-elsewhere'), by: z.string() }),
]);

const GRANT = z.object({
  grantee: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('user'), id: z.string() }),
    z.object({ kind: z.literal('group'), uri: z.string() }),
  ]),
  permission: z.enum(['FULL_CONTROL', 'READ', 'READ_ACP', 'WRITE_ACP', 'WRITE']),
});

const HEADERS = z.object({
  cacheControl: z.optional(z.string()),
  contentDisposition: z.optional(z.string()),
  contentEncoding: z.optional(z.string()),
  contentLanguage: z.optional(z.string()),
  contentType: z.optional(z.string()),
  expires: z.optional(z.string()),
});

const KNOWN = {
  ref: z.object({ bucket: TEXT, key: TEXT, versionId: z.optional(TEXT) }),
  tags: stringMap(),
};

const REST = {
  etag: TEXT,
  lastModified: DATE,
  size: COUNT,
  encryption: ENCRYPTION,
  headers: HEADERS,
  metadata: stringMap(),
  missingMetadata: COUNT,
  storageClass: TEXT,
  archived: z.boolean(),
  acl: z.object({ owner: z.string(), grants: listUntilFlaw(GRANT) }),
  annotations: listUntilFlaw(z.object({ name: z.string(), etag: z.string(), size: COUNT })),
};

const OPTIONAL = {
  websiteRedirect: z.optional(z.string()),
  lock: z.optional(
    z.object({
      mode: z.optional(z.enum(['GOVERNANCE', 'COMPLIANCE'])),
      retainUntil: z.optional(DATE),
      legalHold: z.boolean(),
    }),
  ),
  eventHold: z.optional(z.object({ days: z.optional(COUNT), years: z.optional(COUNT) })),
  checksum: z.optional(
    z.object({ algorithm: TEXT, type: z.enum(['FULL_OBJECT', 'COMPOSITE']), value: TEXT }),
  ),
  parts: z.optional(z.object({ count: COUNT, firstBytes: COUNT })),
};

/** `ObjectAttributes` in JSON. */
export const ATTRIBUTES = z.object({ ...KNOWN, ...REST, ...OPTIONAL });

/** The same where S3 told only some of it. */
export const KNOWN_ATTRIBUTES = z.object({
  ...z.partial(z.object(REST)).shape,
  ...KNOWN,
  ...OPTIONAL,
});
