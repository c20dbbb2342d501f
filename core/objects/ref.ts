/**
 * One object version, or the current object where the version is not known.
 * `key` is the raw key, never URL-encoded: up to 1,024 bytes of UTF-8 and hostile text.
 * `versionId` is absent in buckets that never had versioning and `null` (the text) for the null version.
 */
export type Ref = {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string;
};
