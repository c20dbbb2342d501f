import { describe, expect, it } from '@jest/globals';
import { canonicalIdOf } from '../../../../local/model/ids.ts';
import { ACCOUNT, BUCKET, createBucketWorld } from '../world.ts';

describe('who began an upload', () => {
  it('uploads and parts name who began them, users and roles by ARN, and the account that owns them [multipart/initiator]', () => {
    const world = createBucketWorld();
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/copy-writer/run`;
    const role = { caller: { account: ACCOUNT, arn } };
    const input = { Bucket: BUCKET, Key: 'a' };
    const { UploadId } = world.s3('CreateMultipartUpload', input, role);
    world.s3('CreateMultipartUpload', { ...input, Key: 'b' });
    const ID = canonicalIdOf(ACCOUNT);
    const named = { Initiator: { ID: arn }, Owner: { ID } };
    expect(world.s3('ListMultipartUploads', { Bucket: BUCKET }).Uploads).toMatchObject([
      named,
      { Initiator: { ID }, Owner: { ID } },
    ]);
    expect(world.s3('ListParts', { ...input, UploadId })).toMatchObject(named);
  });
});
