export type Decoded = {
  readonly body: Buffer;
  readonly trailers: ReadonlyMap<string, string>; // names in lower case
};

const CRLF = Buffer.from('\r\n');

const lineAt = (data: Buffer, offset: number): { text: string; next: number } | undefined => {
  const end = data.indexOf(CRLF, offset);
  return end < 0 ? undefined : { text: data.toString('latin1', offset, end), next: end + 2 };
};

/**
 * Chunks of `size[;chunk-signature=...]`, a chunk of size 0, then trailers such as checksums. Undefined:
 * malformed. Signatures are not checked.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export const decodeAwsChunked = (data: Buffer): Decoded | undefined => {
  const parts: Buffer[] = [];
  let line = lineAt(data, 0);
  while (line !== undefined) {
    const size = /^([0-9a-fA-F]+)(?:;|$)/.exec(line.text)?.[1];
    if (size === undefined) return undefined;
    const end = line.next + Number.parseInt(size, 16);
    if (end === line.next) break;
    if (end > data.length) return undefined;
    parts.push(data.subarray(line.next, end));
    line = lineAt(data, end + 2);
  }
  if (line === undefined) return undefined;
  const trailers = new Map<string, string>();
  for (let next = lineAt(data, line.next); next !== undefined; next = lineAt(data, next.next)) {
    const colon = next.text.indexOf(':');
    if (colon > 0)
      trailers.set(
        next.text.slice(0, colon).trim().toLowerCase(),
        next.text.slice(colon + 1).trim(),
      );
  }
  return { body: Buffer.concat(parts), trailers };
};
