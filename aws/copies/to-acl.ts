import type { GetObjectAclCommandOutput } from '@aws-sdk/client-s3';
import type { Acl, Grant } from '../../core/copies/object-attributes.ts';

export const toAcl = ({ Owner, Grants = [] }: GetObjectAclCommandOutput): Acl => ({
  owner: Owner?.ID ?? '',
  grants: Grants.flatMap(({ Grantee, Permission }): Grant[] => {
    if (Permission === undefined) return [];
    if (Grantee?.URI !== undefined) {
      return [{ grantee: { kind: 'group', uri: Grantee.URI }, permission: Permission }];
    }
    return Grantee?.ID === undefined
      ? []
      : [{ grantee: { kind: 'user', id: Grantee.ID }, permission: Permission }];
  }),
});
