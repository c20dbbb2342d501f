import { headerOf, type FrontRequest } from '../front-request.ts';

export type S3Address = {
  readonly bucket: string | undefined;
  readonly key: string | undefined;
  readonly query: ReadonlyMap<string, string>;
};

/** `bucket.s3.eu-west-1.amazonaws.com`, `bucket.localhost`; an IP or a bare `localhost` names no bucket. */
const bucketOfHost = (host: string): string | undefined => {
  const name = host.replace(/:\d+$/, '');
  return (
    /^(.+?)\.s3[.-](?:.+\.)?(?:amazonaws\.com|localhost)$/.exec(name)?.[1] ??
    (name === 's3.localhost' ? undefined : /^(.+)\.localhost$/.exec(name)?.[1])
  );
};

// A `+` in a path is a plus, in a query it is a space; and only the query's names are looked at first.
const queryOf = (text: string): ReadonlyMap<string, string> => new Map(new URLSearchParams(text));

/**
 * Bucket and key, decoded exactly once: `..`, `//` and a leading `/` are ordinary parts of an S3 key.
 * Undefined: not valid UTF-8 once decoded.
 */
export const readS3Address = (request: FrontRequest): S3Address | undefined => {
  const hostBucket = bucketOfHost(headerOf(request, 'host') ?? '');
  const path = request.path.slice(1);
  const slash = path.indexOf('/');
  const [bucketText, keyText] =
    hostBucket !== undefined
      ? [hostBucket, path]
      : slash < 0
        ? [path, '']
        : [path.slice(0, slash), path.slice(slash + 1)];
  try {
    const bucket = decodeURIComponent(bucketText);
    const key = decodeURIComponent(keyText);
    return {
      bucket: bucket === '' ? undefined : bucket,
      key: key === '' ? undefined : key,
      query: queryOf(request.query),
    };
  } catch {
    return undefined;
  }
};
