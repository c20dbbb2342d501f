/**
 * What the state table holds of a copy under way, under `copy#<task id>`. It is written before anything is copied
 * and deleted last, so that whatever is interrupted in between is found and finished, or cleared away.
 */
export type CopyProgress = {
  readonly id: string; // of the task
  readonly bucket: string; // the destination
  readonly key: string;
  readonly carried: string; // fingerprint of what the copy has to carry
  readonly asked?: string; // fingerprint of encryption and lock that it is asked for; older notes have none
  readonly checksum?: string; // of the source, where it covers the whole object: `CRC32 …`
  readonly startedAt: string; // ISO 8601
  readonly restarts?: number; // how often it was begun anew, since what it carries was changed; absent: never
  readonly made?: string; // name of what was made, as soon as S3 has said so and more has to be carried
  readonly upload?: UploadProgress; // of a copy in parts
};

export type UploadProgress = {
  readonly uploadId: string;
  readonly partBytes: number;
  readonly parts: number;
  readonly done: number; // every part up to this one is there
};
