// What S3 itself does to objects in its own time: replication, lifecycle transitions, expiration.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-status.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html status: documented
// That a transition by lifecycle leaves Object Lock, tags and encryption alone status: documented
import type { CallContext, Refused } from '../call.ts';
import { isRefused, ok } from '../result.ts';
import { serviceEvent } from '../s3/object-event.ts';
import { openRequest } from '../s3/open-request.ts';
import { openVersion } from '../s3/open-version.ts';
import { removeObject } from '../s3/remove-version.ts';
import { saveBucket, type S3Scope } from '../s3/scope.ts';
import { readStorageClass } from '../s3/storage-class.ts';
import type { StoredObject } from '../s3/stored-object.ts';
import { replaceVersion } from '../s3/version-stack.ts';
import type { AwsModel } from '../state.ts';
import type { ModelHandler } from './model-handler.ts';

type Opened = { readonly scope: S3Scope; readonly object: StoredObject };

const open = (
  model: AwsModel,
  input: { readonly Bucket: string; readonly Key: string; readonly VersionId?: string | undefined },
  context: CallContext,
): Opened | Refused => {
  const scope = openRequest(model, 'Lifecycle', input, context);
  if (isRefused(scope)) return scope;
  const object = openVersion(scope, input.VersionId);
  return isRefused(object) ? object : { scope, object };
};

export const completeReplication: ModelHandler<'CompleteReplication'> = (model, input, context) => {
  const opened = open(model, input, context);
  if (isRefused(opened)) return opened;
  const { scope, object } = opened;
  const replicated = { ...object, replication: input.Status };
  return ok(saveBucket(model, replaceVersion(scope.bucket, scope.key, replicated)), {});
};

export const hideMetadata: ModelHandler<'HideMetadata'> = (model, input, context) => {
  const opened = open(model, input, context);
  if (isRefused(opened)) return opened;
  const { scope, object } = opened;
  const entries = Object.entries(object.metadata);
  const shown = entries.filter(([name]) => !input.Names.includes(name));
  const hidden: StoredObject = {
    ...object,
    metadata: Object.fromEntries(shown),
    hiddenMetadata: object.hiddenMetadata + entries.length - shown.length,
  };
  return ok(saveBucket(scope.model, replaceVersion(scope.bucket, scope.key, hidden)), {});
};

export const transitionObject: ModelHandler<'TransitionObject'> = (model, input, context) => {
  const classed = readStorageClass(input.StorageClass);
  if (isRefused(classed)) return classed;
  const opened = open(model, input, context);
  if (isRefused(opened)) return opened;
  const { scope, object } = opened;
  const { ArchiveStatus: archiveStatus } = input;
  const moved: StoredObject = { ...object, ...classed, archiveStatus, restoredUntil: undefined };
  const bucket = replaceVersion(scope.bucket, scope.key, moved);
  const facts = { size: object.bytes.length, etag: object.etag };
  const event =
    archiveStatus === undefined
      ? serviceEvent({ ...scope, bucket }, 'LifecycleTransition', object, {
          ...facts,
          destinationStorageClass: classed.storageClass,
        })
      : serviceEvent({ ...scope, bucket }, 'IntelligentTiering', object, {
          ...facts,
          destinationAccessTier: archiveStatus,
        });
  return ok(saveBucket(model, bucket), {}, { events: [event] });
};

/** Lifecycle obeys Object Lock as everybody does. */
export const expireObject: ModelHandler<'ExpireObject'> = (model, input, context) => {
  const scope = openRequest(model, 'Lifecycle', input, context);
  if (isRefused(scope)) return scope;
  const removed = removeObject(scope, input.VersionId, 'LifecycleExpiration', false);
  return isRefused(removed) ? removed : ok(removed.model, {}, { events: removed.events });
};
