import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, put, type World } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };
const MFA = 'arn:aws:iam::111122223333:mfa/root 123456';

const withMfaDelete = (): World => {
  const world = createBucketWorld('Enabled');
  world.s3('PutBucketVersioning', {
    Bucket: BUCKET,
    MFA,
    VersioningConfiguration: { Status: 'Enabled', MFADelete: 'Enabled' },
  });
  return world;
};

const refusal = { status: 403, code: 'AccessDenied' };

describe('MFA delete', () => {
  it('MFA delete is set and changed only with a code, and is read back [delete/mfa-setting]', () => {
    const world = createBucketWorld('Enabled');
    const read = () => world.s3('GetBucketVersioning', { Bucket: BUCKET });
    expect(read()).toStrictEqual({ Status: 'Enabled' });
    const VersioningConfiguration = { Status: 'Enabled', MFADelete: 'Enabled' } as const;
    const on = { Bucket: BUCKET, VersioningConfiguration };
    expect(world.s3Refuses('PutBucketVersioning', on)).toMatchObject(refusal);
    world.s3('PutBucketVersioning', { ...on, MFA });
    expect(read()).toStrictEqual(VersioningConfiguration);
    const off = { ...on, VersioningConfiguration: { Status: 'Suspended', MFADelete: 'Disabled' } };
    expect(world.s3Refuses('PutBucketVersioning', off as typeof on)).toMatchObject(refusal);
    world.s3('PutBucketVersioning', { ...(off as typeof on), MFA });
    expect(read()).toStrictEqual({ Status: 'Suspended', MFADelete: 'Disabled' });
  });

  it('with MFA delete on, a version is removed only with a code, else 403 [delete/mfa]', () => {
    const world = withMfaDelete();
    const { VersionId } = put(world, 'a');
    const version = { ...OBJECT, VersionId };
    expect(world.s3Refuses('DeleteObject', version)).toMatchObject(refusal);
    const Delete = { Objects: [{ Key: 'a', VersionId }, { Key: 'b' }] };
    expect(world.s3('DeleteObjects', { Bucket: BUCKET, Delete })).toMatchObject({
      Deleted: [{ Key: 'b' }],
      Errors: [{ Key: 'a', Code: 'AccessDenied' }],
    });
    world.s3('DeleteObject', OBJECT); // a marker needs no code
    world.s3('DeleteObject', { ...version, MFA });
    expect(world.s3Refuses('HeadObject', version)).toMatchObject({ status: 404 });
  });
});
