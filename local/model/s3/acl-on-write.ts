// ACLs are off in every new bucket: there only the owner's full control may be named.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html status: documented
import type { Refused } from '../call.ts';
import { isRefused, refuse } from '../result.ts';
import type { Bucket } from './bucket.ts';
import { invalidArgument, invalidRequest, notImplemented } from './refusals.ts';
import type { StoredAcl } from './stored-object.ts';

type Grant = NonNullable<StoredAcl['grants']>[number];

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

const GRANTEE = /^\s*(id|uri|emailAddress)="?([^"]*)"?\s*$/;
const CANONICAL_ID = /^[0-9a-f]{64}$/;

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#specifying-grantee-predefined-groups
const GROUPS: ReadonlySet<string> = new Set([
  'http://acs.amazonaws.com/groups/global/AllUsers',
  'http://acs.amazonaws.com/groups/global/AuthenticatedUsers',
  'http://acs.amazonaws.com/groups/s3/LogDelivery',
]);

/** One grantee of a header such as `id="…", uri="…"`. */
const readGrantee = (text: string): Grant['Grantee'] | Refused => {
  const [, form, value = ''] = GRANTEE.exec(text) ?? [];
  switch (form) {
    case 'id':
      return CANONICAL_ID.test(value)
        ? { Type: 'CanonicalUser', ID: value }
        : invalidArgument('Invalid id');
    case 'uri':
      return GROUPS.has(value)
        ? { Type: 'Group', URI: value }
        : invalidArgument('Invalid group uri');
    case 'emailAddress':
      return notImplemented('a grant to an e-mail address');
    default:
      return invalidArgument('Argument format not recognized');
  }
};

const readGrants = (request: AclRequest): { readonly grants: readonly Grant[] } | Refused => {
  const grants: Grant[] = [];
  for (const [member, Permission] of GRANTS) {
    for (const text of request[member]?.split(',') ?? []) {
      const Grantee = readGrantee(text);
      if (isRefused(Grantee)) return Grantee;
      grants.push({ Grantee, Permission });
    }
  }
  return { grants };
};

export const readAcl = (bucket: Bucket, request: AclRequest): StoredAcl | Refused => {
  const canned = request.ACL;
  if (canned !== undefined && !CANNED.has(canned)) return invalidArgument('Invalid canned ACL');
  const read = readGrants(request);
  if (isRefused(read)) return read;
  const { grants } = read;
  if (canned !== undefined && grants.length > 0) {
    return invalidRequest('Specifying both Canned ACLs and Header Grants is not allowed');
  }
  if (bucket.ownership === 'BucketOwnerEnforced') {
    const allowed = canned === undefined || canned === 'bucket-owner-full-control';
    if (!allowed || grants.length > 0) return aclNotSupported();
  }
  return { canned: canned ?? 'private', grants: grants.length > 0 ? grants : undefined };
};
