/** The new object or version that a copy made. `versionId` is absent where the bucket never had versioning. */
export type Made = { readonly kind: 'made'; readonly versionId?: string; readonly etag: string };

/** Names it among everything that ever was under its key: without versions only the ETag tells one from the next. */
export const nameOfMade = ({ versionId, etag }: Pick<Made, 'versionId' | 'etag'>): string =>
  `${etag} ${versionId ?? 'null'}`;
