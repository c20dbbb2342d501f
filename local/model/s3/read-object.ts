// What HeadObject and GetObject have in common: version, customer key, conditions, part or range.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html status: documented
// That a part which does not exist answers 416 status: observed
import type { Refused } from '../call.ts';
import { isRefused, refuse } from '../result.ts';
import { parseByteRange, type ByteRange } from './byte-range.ts';
import { checkKmsKey } from './decrypt.ts';
import { quoted } from './etag.ts';
import { openVersion } from './open-version.ts';
import { judgeReadConditions, type ReadConditions } from './read-conditions.ts';
import { preconditionFailed } from './refusals.ts';
import type { S3Scope } from './scope.ts';
import { checkCustomerKey, type CustomerKey } from './sse-c.ts';
import type { Checksum, StoredObject } from './stored-object.ts';
import { checkTagDenial, READ } from './tag-denial.ts';

export type ReadRequest = CustomerKey &
  ReadConditions & {
    readonly VersionId?: string | undefined;
    readonly Range?: string | undefined;
    readonly PartNumber?: number | undefined;
    readonly ChecksumMode?: string | undefined;
  };

export type OpenedObject = {
  readonly object: StoredObject;
  readonly range: ByteRange | undefined; // undefined: all of it
  readonly partsCount: number | undefined;
  readonly checksum: Checksum | undefined; // of the part, where one was asked for
};

const notModified = (object: StoredObject): Refused =>
  refuse(304, 'NotModified', 'Not Modified', {
    etag: quoted(object.etag),
    'last-modified': new Date(object.lastModified).toUTCString(),
  });

const partRange = (object: StoredObject, number: number): ByteRange | Refused => {
  const parts = object.parts ?? [{ number: 1, size: object.bytes.length }];
  const index = parts.findIndex((part) => part.number === number);
  const part = parts[index];
  if (part === undefined) {
    return refuse(416, 'InvalidPartNumber', 'The requested partnumber is not satisfiable');
  }
  const start = parts.slice(0, index).reduce((sum, { size }) => sum + size, 0);
  return { start, end: start + part.size - 1 };
};

const findRange = (
  object: StoredObject,
  { Range, PartNumber }: ReadRequest,
): { readonly range: ByteRange | undefined } | Refused => {
  if (PartNumber !== undefined) {
    const range = partRange(object, PartNumber);
    return isRefused(range) ? range : { range };
  }
  const range = parseByteRange(Range, object.bytes.length);
  if (range === 'unsatisfiable') {
    return refuse(416, 'InvalidRange', 'The requested range is not satisfiable', {
      'content-range': `bytes */${object.bytes.length}`,
    });
  }
  return { range: range === 'whole' ? undefined : range };
};

/** A part is told with its own checksum, a range with none: that of the whole would not be of these bytes. */
const checksumOf = (
  { checksum, parts }: StoredObject,
  number: number | undefined,
  range: ByteRange | undefined,
): Checksum | undefined => {
  if (number === undefined) return range === undefined ? checksum : undefined;
  if (parts === undefined) return checksum;
  const own = parts.find((part) => part.number === number)?.checksum;
  return own && { ...own, type: checksum?.type ?? own.type };
};

export const openForReading = (scope: S3Scope, input: ReadRequest): OpenedObject | Refused => {
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  const denied = checkTagDenial(scope, object, READ, input.VersionId);
  if (denied !== undefined) return denied;
  const wrongKey = checkCustomerKey(object.encryption, input);
  if (wrongKey !== undefined) return wrongKey;
  // Checksums of KMS objects are stored encrypted: only asking for them needs the key.
  const locked =
    input.ChecksumMode === 'ENABLED' && object.checksum !== undefined
      ? checkKmsKey(scope, object.encryption)
      : undefined;
  if (locked !== undefined) return locked;
  const judged = judgeReadConditions(object, input);
  if (judged === 'failed') return preconditionFailed();
  if (judged === 'not-modified') return notModified(object);
  const found = findRange(object, input);
  if (isRefused(found)) return found;
  const partsCount = input.PartNumber === undefined ? undefined : object.parts?.length;
  const checksum = checksumOf(object, input.PartNumber, found.range);
  return { object, range: found.range, partsCount, checksum };
};

export const contentRange = ({ start, end }: ByteRange, size: number): string =>
  `bytes ${start}-${end}/${size}`;
