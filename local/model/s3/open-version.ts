// Which version a request means, and what it gets where there is none.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeleteMarker.html status: documented
// That a version id which could not be S3's answers 400 status: observed
import type { Refused } from '../call.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { isDenied } from './denials.ts';
import {
  accessDenied,
  invalidArgument,
  methodNotAllowed,
  noSuchKey,
  noSuchVersion,
} from './refusals.ts';
import type { S3Scope } from './scope.ts';
import type { DeleteMarker, StoredObject, Version } from './stored-object.ts';
import { findVersion, shownVersionId } from './version-stack.ts';

const VERSION_ID = /^(?:null|[A-Za-z0-9._-]{32})$/;

export const checkVersionId = (versionId: string | undefined): Refused | undefined => {
  if (versionId === '') return invalidArgument('Version id cannot be the empty string');
  return versionId !== undefined && !VERSION_ID.test(versionId)
    ? invalidArgument('Invalid version id specified')
    : undefined;
};

const markerRefusal = ({ bucket }: S3Scope, marker: DeleteMarker, named: boolean): Refused => {
  const headers = withoutUndefined({
    'x-amz-delete-marker': 'true',
    'x-amz-version-id': shownVersionId(bucket, marker),
  }) as Record<string, string>;
  return named
    ? methodNotAllowed({
        ...headers,
        allow: 'DELETE',
        'last-modified': new Date(marker.lastModified).toUTCString(),
      })
    : noSuchKey(headers);
};

const missing = ({ model, bucket, key }: S3Scope, versionId: string | undefined): Refused => {
  // Without s3:ListBucket S3 does not tell what exists.
  if (isDenied(model, 'ListObjectsV2', bucket.name, key)) return accessDenied();
  return versionId === undefined ? noSuchKey() : noSuchVersion();
};

export const openAnyVersion = (scope: S3Scope, versionId: string | undefined): Version | Refused =>
  checkVersionId(versionId) ??
  findVersion(scope.bucket, scope.key, versionId) ??
  missing(scope, versionId);

export const openVersion = (
  scope: S3Scope,
  versionId: string | undefined,
): StoredObject | Refused => {
  const version = openAnyVersion(scope, versionId);
  return version.kind === 'delete-marker'
    ? markerRefusal(scope, version, versionId !== undefined)
    : version;
};
