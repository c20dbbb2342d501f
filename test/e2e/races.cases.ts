import { DisableKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { putObject, type Upload } from '../../local/demo/cases/upload.ts';
import { differences } from '../../local/demo/check/differences.ts';
import { takeSnapshot, versionIdsOf } from '../../local/demo/check/snapshot.ts';
import { clientConfig } from '../../local/start-local-aws.ts';
import { ordersIn } from './orders-in.ts';
import { kindsOf, recordsOf, s3Calls, untilOrdered, untilSettled, whileHeld } from './follow.ts';
import type { Stack } from './stack.ts';

const once = <Value>(values: readonly Value[]): Value => {
  const [value] = values;
  if (value === undefined) throw new Error('nothing happened while the orders were held');
  return value;
};

export const describeRaces = (stack: () => Stack): void => {
  const lastOf = (upload: Upload) => recordsOf(stack(), upload).at(-1)?.unmapped.sealward;

  describe('between judging and writing', () => {
    it('overwritten: the newer data stays, is mended and is what the last verdict is about', async () => {
      const key = 'overwritten';
      const uploads: Upload[] = [];
      await whileHeld(stack(), async () => {
        uploads.push(
          await putObject(stack().world, 'payroll-exports', key, { Body: Buffer.from('older') }),
        );
        await untilOrdered(stack(), once(uploads), 1);
        uploads.push(
          await putObject(stack().world, 'payroll-exports', key, { Body: Buffer.from('newer') }),
        );
        await untilOrdered(stack(), once(uploads), 2);
      });
      const upload = once(uploads);
      await untilSettled(stack(), upload);
      const { s3, keys } = stack().world;
      const got = await s3.send(new GetObjectCommand({ Bucket: 'payroll-exports', Key: key }));
      expect(await got.Body?.transformToString()).toBe('newer');
      expect(got).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.payroll });
      const last = recordsOf(stack(), upload).at(-1);
      expect(last?.unmapped.sealward.kind).toBe('compliant');
      expect(last?.resources[0].data?.etag).toBe(got.ETag?.replaceAll('"', ''));
    });

    it('deleted: the order is superseded, and its intent is closed by `gone`', async () => {
      const uploads: Upload[] = [];
      await whileHeld(stack(), async () => {
        uploads.push(await putObject(stack().world, 'payroll', 'deleted'));
        const { bucket, key, versionId } = once(uploads);
        await untilOrdered(stack(), once(uploads));
        const name = { Bucket: bucket, Key: key, VersionId: versionId };
        await stack().world.s3.send(new DeleteObjectCommand(name));
      });
      const upload = once(uploads);
      await untilSettled(stack(), upload);
      expect(kindsOf(stack(), upload)).toEqual(['intent', 'gone']);
      expect(lastOf(upload)?.closes).toMatchObject({ outcome: 'superseded' });
      expect(versionIdsOf(stack().world.model.state(), upload)).toEqual([]);
    });

    it('hidden by a delete marker: the version is mended, and stays hidden', async () => {
      const uploads: Upload[] = [];
      await whileHeld(stack(), async () => {
        uploads.push(await putObject(stack().world, 'payroll', 'hidden'));
        await untilOrdered(stack(), once(uploads));
        const name = { Bucket: 'payroll', Key: 'hidden' };
        await stack().world.s3.send(new DeleteObjectCommand(name));
      });
      const upload = once(uploads);
      const stackBefore = versionIdsOf(stack().world.model.state(), upload);
      await untilSettled(stack(), upload);
      expect(kindsOf(stack(), upload)).toEqual(['intent', 'compliant']);
      expect(versionIdsOf(stack().world.model.state(), upload)).toEqual(stackBefore);
      const head = new HeadObjectCommand({ Bucket: 'payroll', Key: 'hidden' });
      await expect(stack().world.s3.send(head)).rejects.toMatchObject({ name: 'NotFound' });
    });

    it('its key disabled: refused in the words of AWS, recorded, and nothing is changed', async () => {
      const { url, account, region, keys } = stack().world;
      const uploads: Upload[] = [];
      await whileHeld(stack(), async () => {
        uploads.push(
          await putObject(stack().world, 'payroll', 'key-disabled', {
            ServerSideEncryption: 'aws:kms',
            SSEKMSKeyId: keys['payroll-2019'],
          }),
        );
        await untilOrdered(stack(), once(uploads));
        const kms = new KMSClient(clientConfig(url, account, region));
        await kms.send(new DisableKeyCommand({ KeyId: keys['payroll-2019'] }));
        kms.destroy();
      });
      const upload = once(uploads);
      await untilSettled(stack(), upload);
      expect(kindsOf(stack(), upload)).toEqual(['intent', 'refused']);
      expect(lastOf(upload)?.closes).toMatchObject({
        outcome: 'refused',
        code: 'KMS.DisabledException',
      });
      expect(takeSnapshot(stack().world.model.state(), upload)).toEqual(upload.before);
    });

    it('an order that is delivered again, even after all is done, is harmless', async () => {
      const upload = await putObject(stack().world, 'payroll', 'ordered-twice');
      await untilSettled(stack(), upload);
      const before = takeSnapshot(stack().world.model.state(), upload);
      const order = once(
        stack().calls.flatMap(({ service, body }) =>
          service === 'sqs' ? ordersIn(String(body ?? ''), 'reencrypt', 'ordered-twice') : [],
        ),
      );
      const records = recordsOf(stack(), upload).length;
      await stack().send('reencrypt', order);
      await stack().until(
        'the order is carried out again',
        () => s3Calls(stack(), upload).length >= 5,
      );
      await untilSettled(stack(), upload);
      const after = takeSnapshot(stack().world.model.state(), upload);
      expect(before && after && differences(before, after)).toEqual([]);
      expect(after?.encryption).toEqual(before?.encryption);
      expect(recordsOf(stack(), upload)).toHaveLength(records); // the same record again, by its id
    });
  });
};
