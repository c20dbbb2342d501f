import { describe, expect, it } from '@jest/globals';
import { quarantineKeys } from '../../core/quarantine/quarantine-keys.ts';
import { announce } from '../../local/demo/cases/announce.ts';
import { putUnencrypted } from '../../local/demo/cases/put-unencrypted.ts';
import type { ObjectName } from '../../local/demo/check/snapshot.ts';
import { putObject, type PutInput } from '../../local/demo/cases/upload.ts';
import { bucketCalls, recordsOf, s3Calls, untilDrained, untilSettled } from './follow.ts';
import type { Stack } from './stack.ts';

const FIXED = ['HeadObject', 'UpdateObjectEncryption', 'HeadObject'];

export const describeCalls = (stack: () => Stack): void => {
  const compliant = (): PutInput => ({
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: stack().world.keys.payroll,
    BucketKeyEnabled: true,
  });

  describe('the S3 calls of the functions, counted at the wire', () => {
    it.each([
      ['a compliant object costs one', 'one-call', compliant, ['HeadObject']],
      ['an object that is mended costs three', 'three-calls', () => ({}), FIXED],
    ] as const)('%s', async (_title, key, input, expected) => {
      const upload = await putObject(stack().world, 'payroll', key, input());
      await untilSettled(stack(), upload);
      expect(s3Calls(stack(), upload)).toEqual(expected);
    });

    it.each([
      ['a compliant object', 'twice-compliant', compliant, ['HeadObject']],
      ['an object that was mended', 'twice-mended', () => ({}), FIXED],
    ] as const)(
      'the same event again, of %s, costs one and no write',
      async (_title, key, input, before) => {
        const upload = await putObject(stack().world, 'payroll', key, input());
        await untilSettled(stack(), upload);
        const intents = (): number =>
          recordsOf(stack(), upload).filter(({ unmapped }) => unmapped.sealward.intent).length;
        const intentsBefore = intents();

        stack().world.deliver(stack().events.filter((event) => event.key === key));
        const again = [...before, 'HeadObject'];
        await stack().until(
          'it is judged again',
          () => s3Calls(stack(), upload).length >= again.length,
        );
        await untilDrained(stack());
        expect(s3Calls(stack(), upload)).toEqual(again);
        expect(intents()).toBe(intentsBefore);
      },
    );

    /** How often each operation was called: a copy is told of by its own event, in no fixed order with the rest. */
    const counts = (calls: readonly string[]): Readonly<Record<string, number>> =>
      Object.fromEntries(
        [...new Set(calls)].map((name) => [name, calls.filter((one) => one === name).length]),
      );
    const READ_ALL = { GetObjectTagging: 1, GetObjectAcl: 1, ListObjectAnnotations: 1 } as const;

    it('a copy costs 13 on the object, and three on the bucket: two to judge, seven to copy and verify, two to judge the copy, two for what stays', async () => {
      const { upload, onBucket } = await bucketCalls(stack(), 'scans', async () => {
        const put = putUnencrypted(stack().world, 'scans', 'calls/copied');
        await announce(stack().world, [put]);
        return put;
      });
      expect(counts(onBucket)).toEqual({ GetBucketVersioning: 3 }); // to plan for each version, and right before
      const expected = { HeadObject: 9, ...READ_ALL, CopyObject: 1 };
      expect(counts(s3Calls(stack(), upload))).toEqual(expected);
    });

    it('a copy in three parts costs 25 on the object, and four on the bucket', async () => {
      const Body = Buffer.alloc(11 * 1024 ** 2, 'part ');
      const { upload, onBucket } = await bucketCalls(stack(), 'scans', async () => {
        const put = putUnencrypted(stack().world, 'scans', 'calls/in-parts', { Body });
        await announce(stack().world, [put]);
        return put;
      });
      expect(counts(onBucket)).toEqual({ GetBucketVersioning: 4 });
      expect(counts(s3Calls(stack(), upload))).toEqual({
        HeadObject: 11,
        GetObjectTagging: 2, // read again before it is completed
        GetObjectAcl: 2,
        ListObjectAnnotations: 3, // and those that were written meanwhile
        ListParts: 2,
        CreateMultipartUpload: 1,
        UploadPartCopy: 3,
        CompleteMultipartUpload: 1,
      });
    });

    it('isolating costs 11 on the object, and one for the policy of the bucket', async () => {
      const { upload, onBucket } = await bucketCalls(stack(), 'partners', async () =>
        putObject(stack().world, 'partners', 'calls/isolated'),
      );
      expect(counts(onBucket)).toEqual({ GetBucketPolicy: 1 });
      expect(counts(s3Calls(stack(), upload))).toEqual({
        HeadObject: 3,
        GetObjectTagging: 5,
        GetObjectAcl: 1,
        ListObjectAnnotations: 1,
        PutObjectTagging: 1,
      });
      const keys = quarantineKeysOf(upload);
      expect(s3Calls(stack(), keys.manifest)).toEqual(['PutObject', 'GetObject']);
    });

    it('moving costs 13 on the object, three on its bucket, and 11 in quarantine', async () => {
      const { upload, onBucket } = await bucketCalls(stack(), 'evidence', async () =>
        putObject(stack().world, 'evidence', 'calls/moved'),
      );
      expect(counts(onBucket)).toEqual({ GetBucketVersioning: 3 }); // to plan, before the copy, before the delete
      expect(counts(s3Calls(stack(), upload))).toEqual({
        HeadObject: 5,
        GetObjectTagging: 2,
        GetObjectAcl: 2,
        ListObjectAnnotations: 2,
        DeleteObject: 2, // a marker on top, then the exact version
      });
      const { object, manifest } = quarantineKeysOf(upload);
      expect(counts(s3Calls(stack(), object))).toEqual({
        HeadObject: 3,
        ...READ_ALL,
        CopyObject: 1,
      });
      expect(s3Calls(stack(), manifest)).toEqual(['GetObject', 'PutObject', 'GetObject']); // read, written, read back
    });

    const quarantineKeysOf = (upload: ObjectName) => {
      const [intent] = recordsOf(stack(), upload).flatMap(
        ({ unmapped }) => unmapped.sealward.intent ?? [],
      );
      const { object, manifest } = quarantineKeys(upload.bucket, intent?.intentId ?? '');
      const { bucket } = stack().world.quarantine;
      return { object: { bucket, key: object }, manifest: { bucket, key: manifest } };
    };

    it('a rule that asks for tags costs one more', async () => {
      const upload = await putObject(stack().world, 'shared', 'untagged');
      await untilSettled(stack(), upload);
      expect(s3Calls(stack(), upload)).toEqual(['HeadObject', 'GetObjectTagging']);
    });
  });
};
