import { expect, it } from '@jest/globals';
import { carriedGrants } from '../../../core/copies/carried-grants.ts';
import type { Grant } from '../../../core/copies/object-attributes.ts';

const user = (id: string, permission: Grant['permission']): Grant => ({
  grantee: { kind: 'user', id },
  permission,
});
const everybody: Grant = { grantee: { kind: 'group', uri: 'AllUsers' }, permission: 'READ' };

it.each([
  ['none of what every object has', [user('me', 'FULL_CONTROL')], []],
  ['none of an empty ACL', [], []],
  ['less than full control of the owner', [user('me', 'READ')], [user('me', 'READ')]],
  [
    'a group, though it is called as the owner is',
    [{ grantee: { kind: 'group', uri: 'me' }, permission: 'FULL_CONTROL' }],
    [{ grantee: { kind: 'group', uri: 'me' }, permission: 'FULL_CONTROL' }],
  ],
  [
    'groups in one order too',
    [everybody, { grantee: { kind: 'group', uri: 'A' }, permission: 'READ' }],
    [{ grantee: { kind: 'group', uri: 'A' }, permission: 'READ' }, everybody],
  ],
  [
    "the owner's too, once there is another: a new ACL holds only what is said",
    [user('me', 'FULL_CONTROL'), everybody],
    [user('me', 'FULL_CONTROL'), everybody],
  ],
  ['full control of another', [user('you', 'FULL_CONTROL')], [user('you', 'FULL_CONTROL')]],
  [
    'no WRITE, which means nothing on an object',
    [user('me', 'FULL_CONTROL'), user('you', 'WRITE')],
    [],
  ],
  [
    'in one order, whatever order S3 lists them in',
    [user('b', 'READ_ACP'), user('a', 'READ_ACP'), user('c', 'READ')],
    [user('c', 'READ'), user('a', 'READ_ACP'), user('b', 'READ_ACP')],
  ],
] as const)('carries %s', (_title, grants, expected) => {
  expect(carriedGrants({ owner: 'me', grants })).toEqual(expected);
});
