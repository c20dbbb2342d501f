// ACLs are off in every new bucket: there only the owner's full control may be named.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html status: documented
import type { Refused } from '../call.ts';
import { refuse } from '../result.ts';
import type { Bucket } from './bucket.ts';
import { invalidArgument } from './refusals.ts';
import type { StoredAcl } from './stored-object.ts';

export type AclRequest = {
  readonly ACL?: string | undefined;
  readonly GrantFullControl?: string | undefined;
  readonly GrantRead?: string | undefined;
  readonly GrantReadACP?: string | undefined;
  readonly GrantWrite?: string | undefined;
  readonly GrantWriteACP?: string | undefined;
};

const CANNED: ReadonlySet<string> = new Set([
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
  'aws-exec-read',
  'bucket-owner-read',
  'bucket-owner-full-control',
]);

const GRANTS = [
  ['GrantFullControl', 'FULL_CONTROL'],
  ['GrantRead', 'READ'],
  ['GrantReadACP', 'READ_ACP'],
  ['GrantWrite', 'WRITE'],
  ['GrantWriteACP', 'WRITE_ACP'],
] as const;

export const aclNotSupported = (): Refused =>
  refuse(400, 'AccessControlListNotSupported', 'The bucket does not allow ACLs');

const GRANTEE = /^\s*(id|uri)="?([^"]*)"?\s*$/;

/** One grantee of a header such as `id="…", uri="…"`. */
const readGrantee = (text: string): object => {
  const [, form, value] = GRANTEE.exec(text) ?? [];
  return form === 'uri'
    ? { Type: 'Group', URI: value }
    : { Type: 'CanonicalUser', ID: value ?? text };
};

const readGrants = (request: AclRequest): readonly object[] =>
  GRANTS.flatMap(([member, Permission]) =>
    (request[member]?.split(',') ?? []).map((text) => ({ Grantee: readGrantee(text), Permission })),
  );

export const readAcl = (bucket: Bucket, request: AclRequest): StoredAcl | Refused => {
  const canned = request.ACL;
  if (canned !== undefined && !CANNED.has(canned)) return invalidArgument('Invalid canned ACL');
  const grants = readGrants(request);
  if (bucket.ownership === 'BucketOwnerEnforced') {
    const allowed = canned === undefined || canned === 'bucket-owner-full-control';
    if (!allowed || grants.length > 0) return aclNotSupported();
  }
  return { canned: canned ?? 'private', grants: grants.length > 0 ? grants : undefined };
};
