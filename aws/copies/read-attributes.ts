import { GetObjectAclCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { AttributesReading } from '../../core/copies/attributes-reading.ts';
import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import type { Ref } from '../../core/objects/ref.ts';
import { createReadObjectTags } from '../read-tags.ts';
import { toObjectFacts } from '../to-object-facts.ts';
import { toReadFailure } from '../to-read-failure.ts';
import { headWithMetadataCount } from './head-with-metadata-count.ts';
import { createListAnnotations } from './list-annotations.ts';
import { toAcl } from './to-acl.ts';
import { toAttributes } from './to-attributes.ts';
import { versionInput } from './version-input.ts';

/**
 * Everything of one exact version: HEAD, then tags, ACL, annotations and parts of the version that HEAD was about.
 * Checksums of KMS objects are told only to those who may decrypt, as every role that copies may.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
export const createReadAttributes = (s3: S3Client, account: string) => {
  const readTags = createReadObjectTags(s3, account);
  const listAnnotations = createListAnnotations(s3, account);
  return async (ref: Ref): Promise<AttributesReading> => {
    try {
      const head = await headWithMetadataCount(s3, {
        ...versionInput(ref, account),
        ChecksumMode: 'ENABLED',
      });
      const facts = toObjectFacts(ref, head);
      if (facts.kind === 'unreadable') return facts;
      if (facts.encryption.kind === 'sse-c') return unreadable(ref, 'only its owner has the key');
      const exact = facts.ref;
      const [tags, acl, annotations, parts] = await Promise.all([
        readTags(exact),
        s3.send(new GetObjectAclCommand(versionInput(exact, account))),
        listAnnotations(exact),
        readParts(s3, account, exact, facts.etag),
      ]);
      if (tags.kind === 'tags-unreadable') {
        return { kind: 'unreadable', ref: exact, cause: 'tags-unreadable', words: tags.words };
      }
      const attributes = toAttributes(facts, head, {
        tags: tags.tags,
        acl: toAcl(acl),
        annotations,
        ...(parts && { parts }),
      });
      return 'kind' in attributes ? attributes : { kind: 'attributes', attributes };
    } catch (error) {
      const failure = toReadFailure(error, ref);
      return failure.kind === 'bad-request'
        ? unreadable(ref, `S3 answered 400: SSE-C, or a request that it refuses`)
        : failure;
    }
  };
};

const unreadable = (ref: Ref, words: string): AttributesReading => ({
  kind: 'unreadable',
  ref,
  cause: 'invalid-request',
  words,
});

/** The ETag of a multipart upload ends with how many parts it had; HEAD of a part tells the part's bytes. */
const readParts = async (
  s3: S3Client,
  account: string,
  ref: Ref,
  etag: string | undefined,
): Promise<ObjectAttributes['parts']> => {
  if (etag === undefined || !/-\d+$/.test(etag)) return undefined;
  const { PartsCount, ContentLength } = await s3.send(
    new HeadObjectCommand({ ...versionInput(ref, account), PartNumber: 1 }),
  );
  return PartsCount === undefined || ContentLength === undefined
    ? undefined
    : { count: PartsCount, firstBytes: ContentLength };
};
