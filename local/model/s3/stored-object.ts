import type * as S3 from '@aws-sdk/client-s3';
import type { Map } from 'immutable';

/** How S3 holds a version's bytes. The key in it is always a full key ARN. */
export type StoredEncryption =
  | { readonly kind: 'none' } // only objects older than 2023
  | { readonly kind: 'sse-s3' }
  | { readonly kind: 'sse-kms'; readonly keyArn: string; readonly bucketKey: boolean }
  | { readonly kind: 'dsse-kms'; readonly keyArn: string }
  | { readonly kind: 'sse-c'; readonly keyMd5: string } // S3 keeps a hash of the key, never the key
  | { readonly kind: 'managed-elsewhere'; readonly by: 'aws:fsx' | 'aws:backup' };

export type SystemMetadata = {
  readonly ContentType?: string;
  readonly ContentEncoding?: string;
  readonly ContentLanguage?: string;
  readonly ContentDisposition?: string;
  readonly CacheControl?: string;
  readonly expires?: string; // verbatim: S3 only keeps this header
};

export type Checksum = {
  readonly algorithm:
    | 'CRC32'
    | 'CRC32C'
    | 'CRC64NVME'
    | 'SHA1'
    | 'SHA256'
    | 'SHA512'
    | 'MD5'
    | 'XXHASH64'
    | 'XXHASH3'
    | 'XXHASH128';
  readonly value: string; // base64
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
};

export type Retention = { readonly mode: 'GOVERNANCE' | 'COMPLIANCE'; readonly until: number }; // epoch ms

/** Protects as long as it is on, and for its duration after it was released. */
export type EventHold = { readonly days?: number; readonly years?: number };

export type StoredAcl = {
  readonly canned: string;
  readonly grants: readonly S3.Grant[] | undefined; // as the request gave them
};

export type Part = {
  readonly number: number;
  readonly size: number;
  readonly etag: string;
  readonly checksum: Checksum | undefined;
};

/** A named text on one version. Its encryption is the version's own. */
export type Annotation = {
  readonly name: string;
  readonly bytes: Uint8Array; // never written to again
  readonly etag: string; // without quotes
  readonly lastModified: number; // epoch ms, whole seconds
  readonly checksum: Checksum | undefined;
};

export type StoredObject = {
  readonly kind: 'object';
  readonly versionId: string; // `null` while versioning was off or suspended
  readonly lastModified: number; // epoch ms, whole seconds
  readonly bytes: Uint8Array; // never written to again
  readonly etag: string; // without quotes
  readonly encryption: StoredEncryption;
  readonly metadata: Readonly<Record<string, string>>; // values decoded
  readonly hiddenMetadata: number; // entries that no header can show
  readonly system: SystemMetadata;
  readonly tags: Map<string, string>;
  readonly annotations: Map<string, Annotation>; // by name
  readonly storageClass: string;
  readonly archiveStatus: string | undefined; // Intelligent-Tiering archive tiers
  readonly restoredUntil: number | undefined; // epoch ms
  readonly websiteRedirect: string | undefined;
  readonly acl: StoredAcl;
  readonly retention: Retention | undefined;
  readonly legalHold: boolean | undefined; // undefined: never set
  readonly eventHold: EventHold | undefined; // undefined: off
  readonly checksum: Checksum | undefined;
  readonly parts: readonly Part[] | undefined; // undefined: uploaded in one piece
  readonly replication: string | undefined;
  readonly owner: string; // account
};

export type DeleteMarker = {
  readonly kind: 'delete-marker';
  readonly versionId: string;
  readonly lastModified: number;
  readonly owner: string;
};

export type Version = StoredObject | DeleteMarker;
