/** Text of about so many bytes that is meant to cost more than its length. */
export type Shape = { readonly name: string; readonly make: (bytes: number) => string };

export const repeat = (piece: string, bytes: number): string =>
  piece.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(piece))));

export const run = (piece: string, before = '', after = ''): Shape => ({
  name: `${JSON.stringify(before)} and a run of ${JSON.stringify(piece)}`,
  make: (bytes) => `${before}${repeat(piece, bytes)}${after}`,
});

/** As many items, each different, as fit. */
export const items = (
  name: string,
  before: string,
  item: (n: number) => string,
  after: string,
): Shape => ({
  name,
  make: (bytes) => {
    const parts: string[] = [];
    for (let n = 0, size = 0; size < bytes; n += 1) {
      const part = item(n);
      parts.push(part);
      size += part.length + 1;
    }
    return `${before}${parts.join(',')}${after}`;
  },
});
