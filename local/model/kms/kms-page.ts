// Pages by marker: opaque to the client, the name of the last item inside.
// https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html status: documented
type PageRequest = {
  readonly Limit?: number | undefined;
  readonly Marker?: string | undefined;
};

type Page<T> = {
  readonly page: readonly T[];
  readonly Truncated: boolean;
  readonly NextMarker?: string;
};

export const kmsPage = <T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  { Limit: limit, Marker: marker }: PageRequest,
  standardLimit: number,
): Page<T> => {
  const after = marker === undefined ? '' : Buffer.from(marker, 'base64url').toString();
  const rest = items
    .filter((item) => nameOf(item) > after)
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const page = rest.slice(0, limit ?? standardLimit);
  const last = page.at(-1);
  return page.length < rest.length && last !== undefined
    ? { page, Truncated: true, NextMarker: Buffer.from(nameOf(last)).toString('base64url') }
    : { page, Truncated: false };
};
