// Conditional writes look at the current version only; a delete marker counts as nothing there.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html status: documented
import type { Refused } from '../call.ts';
import { noSuchKey, notImplemented, preconditionFailed } from './refusals.ts';
import type { S3Scope } from './scope.ts';
import { currentVersion } from './version-stack.ts';

type Conditions = {
  readonly IfMatch?: string | undefined;
  readonly IfNoneMatch?: string | undefined;
};

/** ETags are compared without their quotes: clients send both forms. */
export const bareEtag = (etag: string): string => etag.replaceAll('"', '');

export const matchesEtag = (wanted: string, etag: string): boolean =>
  wanted === '*' || bareEtag(wanted) === etag;

export const checkWriteConditions = (
  { bucket, key }: S3Scope,
  { IfMatch: match, IfNoneMatch: noneMatch }: Conditions,
): Refused | undefined => {
  const current = currentVersion(bucket, key);
  const etag = current?.kind === 'object' ? current.etag : undefined;
  if (match !== undefined) {
    if (etag === undefined) return noSuchKey();
    if (!matchesEtag(match, etag)) return preconditionFailed();
  }
  if (noneMatch === undefined) return undefined;
  // Writes know no other value than the asterisk.
  if (noneMatch !== '*') return notImplemented('a write with If-None-Match other than `*`');
  return etag === undefined ? undefined : preconditionFailed();
};

export const checkDeleteCondition = (
  { bucket, key }: S3Scope,
  match: string | undefined,
): Refused | undefined => {
  if (match === undefined) return undefined;
  const current = currentVersion(bucket, key);
  if (current === undefined) return noSuchKey();
  return current.kind === 'object' && matchesEtag(match, current.etag)
    ? undefined
    : preconditionFailed();
};
