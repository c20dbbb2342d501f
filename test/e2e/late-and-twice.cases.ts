import { GetObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { announce } from '../../local/demo/cases/announce.ts';
import { putUnencrypted } from '../../local/demo/cases/put-unencrypted.ts';
import { putObject, type PutInput, type Upload } from '../../local/demo/cases/upload.ts';
import { takeSnapshot, versionIdsOf } from '../../local/demo/check/snapshot.ts';
import { becameOf, kindsOf, s3Calls, untilDrained, untilSettled } from './follow.ts';
import { ordersIn } from './orders-in.ts';
import type { Stack, WriterQueue } from './stack.ts';

const WRITES = /^(Put|Copy|Delete|Create|Upload|Complete)/;

export const describeLateAndTwice = (stack: () => Stack): void => {
  const right = (): PutInput => ({
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: stack().world.keys.payroll,
    BucketKeyEnabled: true,
  });
  const versions = (upload: Upload) => versionIdsOf(stack().world.model.state(), upload);
  const stored = (upload: Upload) => takeSnapshot(stack().world.model.state(), upload);
  const writes = (upload: Upload) => s3Calls(stack(), upload).filter((name) => WRITES.test(name));
  const bytesNow = async ({ bucket, key }: Upload): Promise<string | undefined> => {
    const got = await stack().world.s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return got.Body?.transformToString();
  };

  /** An event that EventBridge delivers when a newer version is there already. */
  const eventLate = async ({ bucket, key, versionId }: Upload): Promise<void> => {
    const object = { key, 'version-id': versionId, sequencer: '00' };
    const detail = { bucket: { name: bucket }, object };
    const event = { source: 'aws.s3', 'detail-type': 'Object Created', detail };
    await stack().send('objects', JSON.stringify(event));
  };

  describe('a late event for an older version', () => {
    it('is about exactly that version: it is moved, and the newer one stays current', async () => {
      const { world } = stack();
      const key = 'late/moved';
      const older = await putObject(world, 'evidence-old', key);
      const newer = await putObject(world, 'evidence-old', key, {
        Body: Buffer.from('newer'),
        ...right(),
      });
      await eventLate(older);
      await untilSettled(stack(), older);
      expect(kindsOf(stack(), older)).toEqual(['intent', 'gone']);
      expect(versions(older)).toEqual([newer.versionId]);
      expect(await bytesNow(older)).toBe('newer');
    });

    it('never makes old data current by a copy', async () => {
      const { world } = stack();
      const key = 'late/copied';
      const older = putUnencrypted(world, 'scans', key);
      const newer = await putObject(world, 'scans', key, {
        Body: Buffer.from('newer'),
        ...right(),
      });
      await untilSettled(stack(), newer);
      await eventLate(older);
      await untilSettled(stack(), older);
      expect(kindsOf(stack(), older)).toEqual(['violation']);
      expect(writes(older)).toEqual([]);
      expect(versions(older)).toEqual([older.versionId, newer.versionId]);
      expect(await bytesNow(older)).toBe('newer');
    });
  });

  describe('an order that is delivered again after all is done', () => {
    const again = async (queue: WriterQueue, upload: Upload): Promise<void> => {
      await untilSettled(stack(), upload);
      const [order] = stack().calls.flatMap(({ service, body }) =>
        service === 'sqs' ? ordersIn(String(body ?? ''), queue, upload.key) : [],
      );
      if (order === undefined) throw new Error('no order was sent');
      const calls = s3Calls(stack(), upload).length;
      await stack().send(queue, order);
      await stack().until('it is asked again', () => s3Calls(stack(), upload).length > calls);
      await untilDrained(stack());
    };

    it('copy: makes no second one', async () => {
      const upload = putUnencrypted(stack().world, 'scans', 'twice/copied');
      await announce(stack().world, [upload]);
      await untilSettled(stack(), upload);
      const before = versions(upload);
      await again('copy', upload);
      expect(versions(upload)).toEqual(before);
      expect(versions(upload)).toEqual([upload.versionId, becameOf(stack(), upload).versionId]);
      expect(writes(upload)).toEqual(['CopyObject']);
    });

    it('isolate: writes no tag again', async () => {
      const upload = await putObject(stack().world, 'partners', 'twice/isolated');
      await again('quarantine', upload);
      expect(writes(upload)).toEqual(['PutObjectTagging']);
      expect(stored(upload)?.rest.tags).toEqual({ 'sealward-isolated': 'partners' });
    });

    it('move: deletes nothing that came since', async () => {
      const key = 'twice/moved';
      const upload = await putObject(stack().world, 'evidence-plain', key);
      await untilSettled(stack(), upload);
      expect(versions(upload)).toEqual([]);
      const newer = await putObject(stack().world, 'evidence-plain', key, {
        Body: Buffer.from('newer'),
        ...right(),
      });
      await untilSettled(stack(), newer);
      await again('quarantine', upload);
      expect(await bytesNow(newer)).toBe('newer');
      expect(writes(upload)).toEqual(['DeleteObject']);
    });
  });
};
