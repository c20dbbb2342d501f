// Everything but the bytes of an object to be: the same questions for PutObject, CopyObject and CreateMultipartUpload.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html status: documented
import type { Map } from 'immutable';
import type { Refused } from '../call.ts';
import { isRefused, refuse } from '../result.ts';
import type { AwsModel } from '../state.ts';
import { readAcl, type AclRequest } from './acl-on-write.ts';
import { chooseEncryption, type EncryptionRequest } from './encryption-on-write.ts';
import { chooseLock, type LockRequest } from './lock-on-write.ts';
import type { UploadTemplate } from './multipart-upload.ts';
import { readMetadata, readSystemMetadata, type ContentHeaders } from './object-metadata.ts';
import type { S3Scope } from './scope.ts';
import { readStorageClass } from './storage-class.ts';
import { parseTaggingHeader } from './tag-set.ts';

export type NewObjectRequest = EncryptionRequest &
  AclRequest &
  LockRequest &
  ContentHeaders & {
    readonly Metadata?: Record<string, string> | undefined;
    readonly StorageClass?: string | undefined;
    readonly Tagging?: string | undefined;
    readonly WebsiteRedirectLocation?: string | undefined;
  };

export type DescribedObject = { readonly model: AwsModel; readonly template: UploadTemplate };

export const describeNewObject = (
  scope: S3Scope,
  request: NewObjectRequest,
): DescribedObject | Refused => {
  const redirect = request.WebsiteRedirectLocation;
  if (redirect !== undefined && !/^(?:\/|https?:\/\/)/.test(redirect)) {
    return refuse(
      400,
      'InvalidRedirectLocation',
      "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.",
    );
  }
  const user = readMetadata(request.Metadata);
  if (isRefused(user)) return user;
  const tags: Map<string, string> | Refused = parseTaggingHeader(request.Tagging);
  if (isRefused(tags)) return tags;
  const classed = readStorageClass(request.StorageClass);
  if (isRefused(classed)) return classed;
  const acl = readAcl(scope.bucket, request);
  if (isRefused(acl)) return acl;
  const lock = chooseLock(scope, request);
  if (isRefused(lock)) return lock;
  const chosen = chooseEncryption(scope, request);
  if (isRefused(chosen)) return chosen;
  return {
    model: chosen.model,
    template: {
      encryption: chosen.encryption,
      metadata: user.metadata,
      system: readSystemMetadata(request),
      tags,
      storageClass: classed.storageClass,
      websiteRedirect: redirect,
      acl,
      retention: lock.retention,
      legalHold: lock.legalHold,
      eventHold: lock.eventHold,
    },
  };
};
