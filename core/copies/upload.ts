/** A multipart upload under way. */
export type UploadRef = {
  readonly bucket: string;
  readonly key: string;
  readonly uploadId: string;
};

export type UploadedPart = {
  readonly number: number;
  readonly etag: string;
  readonly size: number; // bytes
  readonly checksum?: { readonly algorithm: string; readonly value: string };
};

/** Completed or aborted, by an earlier try, by another one at the same time, or by a lifecycle rule. */
export type NoUpload = { readonly kind: 'no-upload' };
