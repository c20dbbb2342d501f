// User metadata (2 KB at most, names in lower case) and the system metadata that users control.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html status: documented
// That system metadata is kept as it came, `Expires` too where it is no date status: assumed
import type { Refused } from '../call.ts';
import { refuse } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { decodeWords } from './encoded-word.ts';
import type { SystemMetadata } from './stored-object.ts';

const MAX_METADATA_BYTES = 2048;

type UserMetadata = Readonly<Record<string, string>>;

type Kept = Omit<SystemMetadata, 'expires'>;

export type ContentHeaders = {
  readonly [Name in keyof Kept]?: Kept[Name] | undefined;
} & {
  readonly Expires?: Date | undefined;
  readonly ExpiresString?: string | undefined; // as it came, where the caller knows
};

export const readMetadata = (
  given: UserMetadata | undefined,
): { readonly metadata: UserMetadata } | Refused => {
  const entries = Object.entries(given ?? {}).map(
    ([name, value]) => [name.toLowerCase(), decodeWords(value)] as const,
  );
  const size = entries.reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value),
    0,
  );
  return size > MAX_METADATA_BYTES
    ? refuse(
        400,
        'MetadataTooLarge',
        'Your metadata headers exceed the maximum allowed metadata size',
      )
    : { metadata: Object.fromEntries(entries) };
};

export const readSystemMetadata = (headers: ContentHeaders): SystemMetadata =>
  withoutUndefined({
    ContentType: headers.ContentType ?? 'binary/octet-stream',
    ContentEncoding: headers.ContentEncoding,
    ContentLanguage: headers.ContentLanguage,
    ContentDisposition: headers.ContentDisposition,
    CacheControl: headers.CacheControl,
    expires: headers.ExpiresString ?? headers.Expires?.toUTCString(),
  }) as SystemMetadata;
