import type { Map } from 'immutable';
import type { Caller } from '../call.ts';
import type { Checksum, StoredObject } from './stored-object.ts';

/** What CreateMultipartUpload fixed: nothing of it can be given later. */
export type UploadTemplate = Pick<
  StoredObject,
  | 'encryption'
  | 'metadata'
  | 'system'
  | 'tags'
  | 'storageClass'
  | 'websiteRedirect'
  | 'acl'
  | 'retention'
  | 'legalHold'
  | 'eventHold'
>;

export type UploadedPart = {
  readonly number: number; // 1 to 10,000
  readonly bytes: Uint8Array;
  readonly etag: string; // without quotes
  readonly lastModified: number; // epoch ms
  readonly checksum: Checksum | undefined;
};

export type MultipartUpload = {
  readonly uploadId: string;
  readonly key: string;
  readonly initiatedAt: number; // epoch ms
  readonly initiator: Caller;
  readonly template: UploadTemplate;
  readonly checksumAlgorithm: Checksum['algorithm'] | undefined;
  readonly checksumType: Checksum['type'] | undefined;
  readonly parts: Map<number, UploadedPart>;
};
