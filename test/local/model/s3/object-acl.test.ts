import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, createWorld, OTHER_ACCOUNT, put } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

describe('ACLs', () => {
  it('ACLs are refused with 400 where they are off, but for the full control of the owner [acl/off]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { ACL: 'bucket-owner-full-control' });
    world.s3('PutObjectAcl', { ...OBJECT, ACL: 'bucket-owner-full-control' });
    const refusal = { status: 400, code: 'AccessControlListNotSupported' };
    expect(world.s3Refuses('PutObject', { ...OBJECT, ACL: 'public-read' })).toMatchObject(refusal);
    expect(world.s3Refuses('PutObjectAcl', { ...OBJECT, ACL: 'private' })).toMatchObject(refusal);
    const grants = { ...OBJECT, GrantRead: 'id=0' };
    expect(world.s3Refuses('PutObject', grants)).toMatchObject(refusal);
  });

  it('where ACLs are on they are kept and shown [acl/on]', () => {
    const world = createWorld();
    world.s3('CreateBucket', { Bucket: BUCKET, ObjectOwnership: 'BucketOwnerPreferred' });
    put(world, 'a');
    const grantees = () =>
      world.s3('GetObjectAcl', OBJECT).Grants?.map(({ Permission }) => Permission);
    expect(grantees()).toStrictEqual(['FULL_CONTROL']);
    world.s3('PutObjectAcl', { ...OBJECT, ACL: 'public-read' });
    expect(grantees()).toStrictEqual(['FULL_CONTROL', 'READ']);
    const AllUsers = 'http://acs.amazonaws.com/groups/global/AllUsers';
    world.s3('PutObjectAcl', { ...OBJECT, GrantRead: `id="abc", uri="${AllUsers}"` });
    expect(world.s3('GetObjectAcl', OBJECT).Grants).toStrictEqual([
      { Grantee: { Type: 'CanonicalUser', ID: 'abc' }, Permission: 'READ' },
      { Grantee: { Type: 'Group', URI: AllUsers }, Permission: 'READ' },
    ]);
    const caller = { account: OTHER_ACCOUNT };
    const theirs = { ...OBJECT, ACL: 'bucket-owner-full-control' } as const;
    world.s3('PutObject', theirs, { caller });
    expect(grantees()).toStrictEqual(['FULL_CONTROL', 'FULL_CONTROL']);
    world.s3('PutObject', theirs);
    expect(grantees()).toStrictEqual(['FULL_CONTROL']);
  });
});
