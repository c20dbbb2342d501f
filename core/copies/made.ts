/** The new object or version that a copy made. `versionId` is absent where the bucket never had versioning. */
export type Made = { readonly kind: 'made'; readonly versionId?: string; readonly etag: string };
