import type { Encryption } from '../objects/encryption.ts';
import type { ObjectLock } from '../objects/object-facts.ts';
import type { Ref } from '../objects/ref.ts';

export type ChecksumAlgorithm =
  | 'CRC32'
  | 'CRC32C'
  | 'CRC64NVME'
  | 'SHA1'
  | 'SHA256'
  | (string & {});

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
export type Checksum = {
  readonly algorithm: ChecksumAlgorithm;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
  readonly value: string; // base64, with `-N` after it where composite
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */
export type Grant = {
  readonly grantee:
    | { readonly kind: 'user'; readonly id: string } // canonical user id
    | { readonly kind: 'group'; readonly uri: string };
  readonly permission: 'FULL_CONTROL' | 'READ' | 'READ_ACP' | 'WRITE_ACP' | 'WRITE';
};

export type Acl = { readonly owner: string; readonly grants: readonly Grant[] }; // owner: canonical user id

/** System metadata that its uploader controls, each value verbatim as S3 sends it. */
export type SystemHeaders = {
  readonly cacheControl?: string;
  readonly contentDisposition?: string;
  readonly contentEncoding?: string;
  readonly contentLanguage?: string;
  readonly contentType?: string;
  readonly expires?: string; // verbatim: uploaders write dates that are none
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_AnnotationEntry.html */
export type AnnotationEntry = {
  readonly name: string; // UTF-8, up to 512 bytes: hostile text
  readonly etag: string;
  readonly size: number; // bytes, up to 1 MiB
};

/** An Object Lock event hold that is on; how long it retains once the event comes, where that is said. */
export type EventHold = { readonly days?: number; readonly years?: number };

/**
 * Everything of one object version that a copy has to carry and that S3 tells. What S3 never tells, the encryption
 * context above all, is listed in docs/limits.md.
 */
export type ObjectAttributes = {
  readonly ref: Ref; // with the version that was really read, where there is one
  readonly etag: string; // with its quotes stripped
  readonly lastModified: Date;
  readonly size: number; // bytes
  readonly encryption: Encryption;
  readonly headers: SystemHeaders;
  readonly metadata: Readonly<Record<string, string>>; // user metadata without `x-amz-meta-`, RFC 2047 where S3 says so
  readonly missingMetadata: number; // entries that S3 has and that HTTP or the SDK cannot hand over
  readonly websiteRedirect?: string;
  readonly storageClass: string; // `STANDARD` where S3 sends no header
  readonly archived: boolean; // needs RestoreObject first
  readonly tags: Readonly<Record<string, string>>;
  readonly acl: Acl;
  readonly lock?: ObjectLock;
  readonly eventHold?: EventHold;
  readonly checksum?: Checksum;
  readonly annotations: readonly AnnotationEntry[]; // sorted by name
  readonly parts?: { readonly count: number; readonly firstBytes: number }; // of a multipart upload
};
