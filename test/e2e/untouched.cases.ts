import {
  GetObjectAclCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { bodyOf, putObject } from '../../local/demo/cases/upload.ts';
import { untilSettled, whileHeld, untilOrdered } from './follow.ts';
import type { Stack } from './stack.ts';

/** All that S3's own API tells of an object. */
const read = async ({ world: { s3 } }: Stack, bucket: string, key: string, versionId?: string) => {
  const name = { Bucket: bucket, Key: key, VersionId: versionId };
  const { $metadata: _head, ...head } = await s3.send(new HeadObjectCommand(name));
  const { $metadata: _tags, ...tagging } = await s3.send(new GetObjectTaggingCommand(name));
  const { $metadata: _acl, ...acl } = await s3.send(new GetObjectAclCommand(name));
  const { Body } = await s3.send(new GetObjectCommand(name));
  const { ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled, ...rest } = head;
  return {
    encryption: { ServerSideEncryption, SSEKMSKeyId, BucketKeyEnabled },
    rest: { ...rest, tagging, acl, body: await Body?.transformToString() },
  };
};

export const describeUntouched = (stack: () => Stack): void => {
  describe('UpdateObjectEncryption, as the deployed writer sends it', () => {
    it('changes the encryption and leaves bytes, ETag, dates, version, tags and metadata untouched', async () => {
      const key = 'untouched';
      const before: Awaited<ReturnType<typeof read>>[] = [];
      await whileHeld(stack(), async () => {
        const upload = await putObject(stack().world, 'payroll', key, {
          Metadata: { author: 'payroll', empty: '' },
          Tagging: 'a=1&b=two%20words',
          ContentType: 'text/csv',
          CacheControl: 'private',
          StorageClass: 'STANDARD_IA',
        });
        await untilOrdered(stack(), upload);
        before.push(await read(stack(), 'payroll', key, upload.versionId));
      });
      const [{ encryption, rest } = { encryption: undefined, rest: undefined }] = before;
      expect(encryption).toMatchObject({ ServerSideEncryption: 'AES256' });
      expect(rest).toMatchObject({
        body: String(bodyOf(key)),
        Metadata: { author: 'payroll', empty: '' },
        StorageClass: 'STANDARD_IA',
        VersionId: expect.stringMatching(/^.{32}$/),
        tagging: {
          TagSet: [
            { Key: 'a', Value: '1' },
            { Key: 'b', Value: 'two words' },
          ],
        },
      });

      const versionId = rest?.VersionId ?? '';
      await untilSettled(stack(), { bucket: 'payroll', key, versionId });
      const after = await read(stack(), 'payroll', key, versionId);
      expect(after.rest).toEqual(rest);
      expect(after.encryption).toEqual({
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: stack().world.keys.payroll,
        BucketKeyEnabled: true,
      });
    });
  });
};
