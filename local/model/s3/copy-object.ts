// What a copy carries over: metadata, tags, annotations by directive. Not ACL, class, redirect, lock, encryption.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html status: documented
// That naming any encryption, even the same, makes a self-copy legal, and so does a configured bucket default status: observed
import { Map } from 'immutable';
import type { Refused } from '../call.ts';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { carriesAnnotations, carriesTags, checkCarried } from './check-carried.ts';
import { showChecksum } from './checksum.ts';
import { commitObject } from './commit-object.ts';
import { isChecksumAlgorithm } from './compute-checksum.ts';
import { copyAnnotations, copyChecksum } from './copy-checksum.ts';
import { readCopySource, type CopySource } from './copy-source.ts';
import { describeNewObject } from './describe-new-object.ts';
import { readEncryptionContext } from './encryption-context.ts';
import { showEncryption } from './encryption-shown.ts';
import { etagOf, quoted } from './etag.ts';
import { invalidArgument, invalidRequest } from './refusals.ts';
import type { InputOf, S3Handler, S3Scope } from './scope.ts';
import { namesCustomerKey } from './sse-c.ts';
import { currentVersion, shownVersionId } from './version-stack.ts';
import { checkWriteConditions } from './write-conditions.ts';

type CopyInput = InputOf<'CopyObject'>;

const DIRECTIVES: ReadonlySet<string | undefined> = new Set([undefined, 'COPY', 'REPLACE']);
const ANNOTATION_DIRECTIVES: ReadonlySet<string | undefined> = new Set([
  undefined,
  'COPY',
  'EXCLUDE',
]);

const changesSomething = ({ bucket }: S3Scope, input: CopyInput): boolean =>
  input.MetadataDirective === 'REPLACE' ||
  input.StorageClass !== undefined ||
  input.WebsiteRedirectLocation !== undefined ||
  input.ServerSideEncryption !== undefined ||
  namesCustomerKey(input) ||
  bucket.encryption.configured;

/** Copying an older version onto its own key is no self-copy: it brings that version back. */
const isSelfCopy = ({ bucket, key }: S3Scope, source: CopySource): boolean =>
  source.bucket.name === bucket.name &&
  source.key === key &&
  currentVersion(bucket, key)?.versionId === source.object.versionId;

const checkCopy = (scope: S3Scope, input: CopyInput, source: CopySource): Refused | undefined => {
  if (!DIRECTIVES.has(input.MetadataDirective) || !DIRECTIVES.has(input.TaggingDirective)) {
    return invalidArgument('Unknown metadata directive.');
  }
  if (!ANNOTATION_DIRECTIVES.has(input.AnnotationDirective)) {
    return invalidArgument('Unknown annotation directive.');
  }
  const algorithm = input.ChecksumAlgorithm;
  if (algorithm !== undefined && !isChecksumAlgorithm(algorithm)) {
    return invalidRequest('Checksum algorithm provided is unsupported.');
  }
  const limit = scope.model.limits.copySourceBytes;
  if (source.object.bytes.length > limit) {
    return invalidRequest(
      `The specified copy source is larger than the maximum allowable size for a copy source: ${limit}`,
    );
  }
  return isSelfCopy(scope, source) && !changesSomething(scope, input)
    ? invalidRequest(
        "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
      )
    : checkCarried(scope, input, source);
};

export const copyObject: S3Handler<'CopyObject'> = (scope, input) => {
  const source = readCopySource(scope, input);
  if (isRefused(source)) return source;
  const illegal = checkCopy(scope, input, source);
  if (illegal !== undefined) return illegal;
  const added = readEncryptionContext(input.SSEKMSEncryptionContext);
  if (isRefused(added)) return added;
  const described = describeNewObject(scope, input);
  if (isRefused(described)) return described;
  const unmet = checkWriteConditions(scope, input);
  if (unmet !== undefined) return unmet;
  const { model, template } = described;
  const { object: from } = source;
  const { object, versionId, event, ...committed } = commitObject(
    { ...scope, model },
    {
      ...template,
      ...(input.MetadataDirective === 'REPLACE'
        ? {}
        : {
            metadata: from.metadata,
            hiddenMetadata: from.hiddenMetadata,
            system: from.system,
          }),
      ...(carriesTags(input) ? { tags: from.tags } : {}),
      bytes: from.bytes,
      etag: etagOf(from.bytes, template.encryption, model.serial),
      checksum: copyChecksum(input.ChecksumAlgorithm, from),
      parts: undefined,
      annotations: carriesAnnotations(input)
        ? copyAnnotations(input.ChecksumAlgorithm, from.annotations)
        : Map(),
    },
    'ObjectCreated:Copy',
  );
  const output = {
    CopyObjectResult: {
      ETag: quoted(object.etag),
      LastModified: new Date(object.lastModified),
      ...showChecksum(object.checksum),
    },
    CopySourceVersionId: shownVersionId(source.bucket, from),
    VersionId: versionId,
    SSEKMSEncryptionContext: added.context,
    ...showEncryption(object.encryption),
  };
  return ok(committed.model, withoutUndefined(output), { events: [event] });
};
