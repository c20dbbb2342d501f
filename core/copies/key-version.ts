/** One version of a key that holds data, as a list tells it. */
export type KeyVersion = {
  readonly versionId: string; // `null` where versioning was off
  readonly etag: string; // with its quotes stripped
  readonly lastModified: Date;
};
