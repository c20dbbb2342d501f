// Current versions only, in key order, a thousand at most, and never a word about encryption.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import type { Refused } from '../call.ts';
import { formEncodeKey } from '../events/form-encode-key.ts';
import { canonicalIdOf } from '../ids.ts';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { quoted } from './etag.ts';
import { ownerOf } from './object-owner.ts';
import { MAX_PAGE, takePage } from './page.ts';
import { invalidArgument } from './refusals.ts';
import type { InputOf, S3Handler, S3Scope } from './scope.ts';
import { sortedKeys } from './sorted-keys.ts';
import { currentVersion } from './version-stack.ts';
import { indexAfter, walkKeys, type WalkItem } from './walk-keys.ts';

type ListInput = InputOf<'ListObjectsV2'>;

const toToken = (item: WalkItem): string =>
  Buffer.from(JSON.stringify([item.kind, item.name])).toString('base64url');

/** Opaque to clients: whether the last item was a key or a prefix, and its name. */
const readToken = (token: string): WalkItem | Refused => {
  try {
    const [kind, name] = JSON.parse(Buffer.from(token, 'base64url').toString()) as string[];
    if ((kind === 'key' || kind === 'prefix') && typeof name === 'string') return { kind, name };
  } catch {
    // not one of ours: refused below
  }
  return invalidArgument('The continuation token provided is incorrect');
};

const startIndex = (keys: readonly string[], input: ListInput): number | Refused => {
  if (input.ContinuationToken === undefined) {
    return input.StartAfter === undefined ? 0 : indexAfter(keys, input.StartAfter, false);
  }
  const last = readToken(input.ContinuationToken);
  return isRefused(last) ? last : indexAfter(keys, last.name, last.kind === 'prefix');
};

const showEntry = (
  { bucket }: S3Scope,
  key: string,
  input: ListInput,
  spell: (text: string) => string,
): S3._Object => {
  const version = currentVersion(bucket, key);
  if (version?.kind !== 'object') throw new Error(`listed what is not there: \`${key}\``);
  return withoutUndefined({
    Key: spell(key),
    LastModified: new Date(version.lastModified),
    ETag: quoted(version.etag),
    Size: version.bytes.length,
    StorageClass: version.storageClass as S3.ObjectStorageClass,
    ChecksumAlgorithm: version.checksum === undefined ? undefined : [version.checksum.algorithm],
    ChecksumType: version.checksum?.type,
    Owner: input.FetchOwner === true ? { ID: canonicalIdOf(ownerOf(bucket, version)) } : undefined,
  });
};

export const listObjectsV2: S3Handler<'ListObjectsV2'> = (scope, input) => {
  const { bucket, model } = scope;
  const max = input.MaxKeys ?? MAX_PAGE;
  if (max < 0)
    return invalidArgument('Argument max-keys must be an integer between 0 and 2147483647');
  const keys = sortedKeys(bucket.versions);
  const from = startIndex(keys, input);
  if (isRefused(from)) return from;
  const walk = { prefix: input.Prefix ?? '', delimiter: input.Delimiter, from };
  const isShown = (key: string): boolean => currentVersion(bucket, key)?.kind === 'object';
  const { page, truncated } = takePage(walkKeys(keys, walk, isShown), Math.min(max, MAX_PAGE));
  const spell = input.EncodingType === 'url' ? formEncodeKey : (text: string) => text;
  const contents = page.filter(({ kind }) => kind === 'key');
  const prefixes = page.filter(({ kind }) => kind === 'prefix');
  const last = page.at(-1);
  const output = {
    Name: bucket.name,
    Prefix: spell(input.Prefix ?? ''),
    Delimiter: input.Delimiter === undefined ? undefined : spell(input.Delimiter),
    StartAfter: input.StartAfter === undefined ? undefined : spell(input.StartAfter),
    EncodingType: input.EncodingType,
    MaxKeys: Math.min(max, MAX_PAGE),
    KeyCount: page.length,
    IsTruncated: truncated,
    ContinuationToken: input.ContinuationToken,
    NextContinuationToken: truncated && last !== undefined ? toToken(last) : undefined,
    Contents:
      contents.length === 0
        ? undefined
        : contents.map(({ name }) => showEntry(scope, name, input, spell)),
    CommonPrefixes:
      prefixes.length === 0 ? undefined : prefixes.map(({ name }) => ({ Prefix: spell(name) })),
  };
  return ok(model, withoutUndefined(output));
};
