import type { UploadRef } from './upload.ts';

/** A multipart upload as its bucket lists it. */
export type StartedUpload = UploadRef & {
  readonly initiator: string; // ARN of the user or of the role's session
  readonly startedAt?: Date;
};
