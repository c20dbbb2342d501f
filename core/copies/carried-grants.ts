import type { Acl, Grant } from './object-attributes.ts';

/**
 * The grants that a copy has to be given again, in one order. None where the ACL is just its owner's full control:
 * that is what every new object gets, and buckets without ACLs refuse to be told.
 * WRITE is left out: it means nothing on an object, and no copy can be given it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#permissions
 */
export const carriedGrants = ({ owner, grants }: Acl): readonly Grant[] => {
  const meaningful = grants.filter(({ permission }) => permission !== 'WRITE');
  const isDefault = meaningful.every(
    ({ grantee, permission }) =>
      permission === 'FULL_CONTROL' && grantee.kind === 'user' && grantee.id === owner,
  );
  return isDefault ? [] : meaningful.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
};

const textOf = ({ grantee, permission }: Grant): string =>
  `${permission} ${grantee.kind} ${grantee.kind === 'user' ? grantee.id : grantee.uri}`;
