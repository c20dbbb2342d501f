import { describe, expect, it } from '@jest/globals';
import { sha256Of } from '../../local/demo/check/snapshot.ts';
import { bodyOf, putObject } from '../../local/demo/cases/upload.ts';
import { untilSettled, whileHeld, untilOrdered } from './follow.ts';
import { type ReadObject, readObject } from './read-object.ts';
import type { Stack } from './stack.ts';

export const describeUntouched = (stack: () => Stack): void => {
  describe('UpdateObjectEncryption, as the deployed writer sends it', () => {
    it('changes the encryption and leaves bytes, ETag, dates, version, tags and metadata untouched', async () => {
      const key = 'untouched';
      const before: ReadObject[] = [];
      await whileHeld(stack(), async () => {
        const upload = await putObject(stack().world, 'payroll', key, {
          Metadata: { author: 'payroll', empty: '' },
          Tagging: 'a=1&b=two%20words',
          ContentType: 'text/csv',
          CacheControl: 'private',
          StorageClass: 'STANDARD_IA',
        });
        await untilOrdered(stack(), upload);
        before.push(await readObject(stack(), upload));
      });
      const [{ encryption, rest } = { encryption: undefined, rest: undefined }] = before;
      expect(encryption).toMatchObject({ ServerSideEncryption: 'AES256' });
      expect(rest).toMatchObject({
        sha256: sha256Of(bodyOf(key)),
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
      const after = await readObject(stack(), { bucket: 'payroll', key, versionId });
      expect(after.rest).toEqual(rest);
      expect(after.encryption).toEqual({
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: stack().world.keys.payroll,
        BucketKeyEnabled: true,
      });
    });
  });
};
