import { describe, expect, it } from '@jest/globals';
import type { ObjectOwnership } from '@aws-sdk/client-s3';
import { canonicalIdOf } from '../../../../local/model/ids.ts';
import {
  ACCOUNT,
  BUCKET,
  createBucketWorld,
  createWorld,
  OTHER_ACCOUNT,
  put,
  type World,
} from '../world.ts';

const ID = 'ab'.repeat(32);
const OBJECT = { Bucket: BUCKET, Key: 'a' };

const own = (world: World, ownership: ObjectOwnership) =>
  world.s3('PutBucketOwnershipControls', {
    Bucket: BUCKET,
    OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] },
  });

describe('ACLs', () => {
  it('ACLs are refused with 400 where they are off, but for the full control of the owner [acl/off]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { ACL: 'bucket-owner-full-control' });
    world.s3('PutObjectAcl', { ...OBJECT, ACL: 'bucket-owner-full-control' });
    const refusal = { status: 400, code: 'AccessControlListNotSupported' };
    expect(world.s3Refuses('PutObject', { ...OBJECT, ACL: 'public-read' })).toMatchObject(refusal);
    expect(world.s3Refuses('PutObjectAcl', { ...OBJECT, ACL: 'private' })).toMatchObject(refusal);
    const grants = { ...OBJECT, GrantRead: `id=${ID}` };
    expect(world.s3Refuses('PutObject', grants)).toMatchObject(refusal);
  });

  it('where ACLs are on they are kept and shown [acl/on]', () => {
    const world = createWorld();
    world.s3('CreateBucket', { Bucket: BUCKET, ObjectOwnership: 'ObjectWriter' });
    put(world, 'a');
    const grantees = () =>
      world.s3('GetObjectAcl', OBJECT).Grants?.map(({ Permission }) => Permission);
    expect(grantees()).toStrictEqual(['FULL_CONTROL']);
    world.s3('PutObjectAcl', { ...OBJECT, ACL: 'public-read' });
    expect(grantees()).toStrictEqual(['FULL_CONTROL', 'READ']);
    const AllUsers = 'http://acs.amazonaws.com/groups/global/AllUsers';
    world.s3('PutObjectAcl', { ...OBJECT, GrantRead: `id="${ID}", uri="${AllUsers}"` });
    expect(world.s3('GetObjectAcl', OBJECT).Grants).toStrictEqual([
      { Grantee: { Type: 'CanonicalUser', ID }, Permission: 'READ' },
      { Grantee: { Type: 'Group', URI: AllUsers }, Permission: 'READ' },
    ]);
    const caller = { account: OTHER_ACCOUNT };
    const theirs = { ...OBJECT, ACL: 'bucket-owner-full-control' } as const;
    world.s3('PutObject', theirs, { caller });
    expect(grantees()).toStrictEqual(['FULL_CONTROL', 'FULL_CONTROL']);
    world.s3('PutObject', theirs);
    expect(grantees()).toStrictEqual(['FULL_CONTROL']);
  });

  it('where ACLs are off every object shows the full control of the bucket owner [acl/off-shown]', () => {
    const world = createWorld();
    world.s3('CreateBucket', { Bucket: BUCKET, ObjectOwnership: 'ObjectWriter' });
    const caller = { account: OTHER_ACCOUNT };
    world.s3('PutObject', { ...OBJECT, ACL: 'public-read' }, { caller });
    const before = world.s3('GetObjectAcl', OBJECT);
    own(world, 'BucketOwnerEnforced');
    const owner = { ID: canonicalIdOf(ACCOUNT) };
    expect(world.s3('GetObjectAcl', OBJECT)).toStrictEqual({
      Owner: owner,
      Grants: [{ Grantee: { Type: 'CanonicalUser', ...owner }, Permission: 'FULL_CONTROL' }],
    });
    const Grants = world.s3('GetObjectAcl', OBJECT).Grants;
    world.s3('PutObjectAcl', { ...OBJECT, AccessControlPolicy: { Owner: owner, Grants } });
    expect(world.s3('ListObjectVersions', { Bucket: BUCKET }).Versions).toMatchObject([
      { Owner: owner },
    ]);
    own(world, 'ObjectWriter');
    expect(world.s3('GetObjectAcl', OBJECT).Owner).toStrictEqual(before.Owner);
  });

  it.each([
    ['ObjectWriter', undefined, OTHER_ACCOUNT],
    ['ObjectWriter', 'bucket-owner-full-control', OTHER_ACCOUNT],
    ['BucketOwnerPreferred', undefined, OTHER_ACCOUNT],
    ['BucketOwnerPreferred', 'bucket-owner-full-control', ACCOUNT],
    ['BucketOwnerEnforced', undefined, ACCOUNT],
  ] as const)(
    "an object is its writer's, or the bucket owner's where the bucket says so [acl/owner]: %s %s",
    (ObjectOwnership, ACL, owner) => {
      const world = createWorld();
      world.s3('CreateBucket', { Bucket: BUCKET, ObjectOwnership });
      world.s3('PutObject', { ...OBJECT, ACL }, { caller: { account: OTHER_ACCOUNT } });
      own(world, 'ObjectWriter'); // which hides nothing
      expect(world.s3('GetObjectAcl', OBJECT).Owner).toStrictEqual({ ID: canonicalIdOf(owner) });
    },
  );

  it.each([
    ['id=0', 400],
    ['id=ABCDEF', 400],
    ['uri="http://acs.amazonaws.com/groups/global/Everybody"', 400],
    ['nobody', 400],
    ['emailAddress="a@example.com"', 501],
  ])(
    'grants name canonical ids of 64 digits or predefined groups, else 400 [acl/grantees]: %s',
    (GrantRead, status) => {
      const world = createWorld();
      world.s3('CreateBucket', { Bucket: BUCKET, ObjectOwnership: 'ObjectWriter' });
      expect(world.s3Refuses('PutObject', { ...OBJECT, GrantRead }).status).toBe(status);
    },
  );

  it('grants may come with an upload, a copy and an upload in parts [acl/grants-on-write]', () => {
    const world = createWorld();
    world.s3('CreateBucket', { Bucket: BUCKET, ObjectOwnership: 'ObjectWriter' });
    const grants = { GrantFullControl: `id="${ID}"`, GrantReadACP: `id="${ID}"` };
    world.s3('PutObject', { ...OBJECT, ...grants });
    const shown = world.s3('GetObjectAcl', OBJECT).Grants;
    expect(shown?.map(({ Permission }) => Permission)).toStrictEqual(['FULL_CONTROL', 'READ_ACP']);
    world.s3('CopyObject', { Bucket: BUCKET, Key: 'b', CopySource: `${BUCKET}/a`, ...grants });
    expect(world.s3('GetObjectAcl', { Bucket: BUCKET, Key: 'b' }).Grants).toStrictEqual(shown);
    const upload = { Bucket: BUCKET, Key: 'c' };
    const { UploadId } = world.s3('CreateMultipartUpload', { ...upload, ...grants });
    const { ETag } = world.s3('UploadPart', { ...upload, UploadId, PartNumber: 1 });
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
    world.s3('CompleteMultipartUpload', { ...upload, UploadId, MultipartUpload });
    expect(world.s3('GetObjectAcl', upload).Grants).toStrictEqual(shown);
  });

  it('a canned ACL and grants together are refused with 400 [acl/one-way]', () => {
    const world = createWorld();
    world.s3('CreateBucket', { Bucket: BUCKET, ObjectOwnership: 'ObjectWriter' });
    const both = { ...OBJECT, ACL: 'private', GrantRead: `id=${ID}` } as const;
    expect(world.s3Refuses('PutObject', both)).toMatchObject({
      status: 400,
      code: 'InvalidRequest',
    });
  });
});
