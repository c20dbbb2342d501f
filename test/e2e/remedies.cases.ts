import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { MARKER } from '../../core/quarantine/marker.ts';
import { quarantineKeys } from '../../core/quarantine/quarantine-keys.ts';
import { putUnencrypted } from '../../local/demo/cases/put-unencrypted.ts';
import { announce } from '../../local/demo/cases/announce.ts';
import { grantsFor, RICH, tagging } from '../../local/demo/cases/rich.ts';
import { putObject, type Upload } from '../../local/demo/cases/upload.ts';
import { sha256Of, versionIdsOf } from '../../local/demo/check/snapshot.ts';
import { becameOf, recordsOf, untilOrdered, untilSettled, whileHeld } from './follow.ts';
import { type ReadObject, readObject } from './read-object.ts';
import type { Stack, WriterQueue } from './stack.ts';

/** What a copy cannot keep: S3 gives every object version these anew. */
const withoutNew = ({ rest }: ReadObject) => {
  const {
    VersionId: _v,
    LastModified: _l,
    ETag: _e,
    $metadata: _m,
    ...kept
  } = { $metadata: 0, ...rest };
  return kept;
};

export const describeRemedies = (stack: () => Stack): void => {
  const versions = (upload: Upload) => versionIdsOf(stack().world.model.state(), upload);

  /** An object as it was read before its order was carried out, and the upload. */
  const before = async (
    queue: WriterQueue,
    put: () => Promise<Upload>,
  ): Promise<{ readonly upload: Upload; readonly read: ReadObject }> => {
    const held: { upload: Upload; read: ReadObject }[] = [];
    await whileHeld(
      stack(),
      async () => {
        const upload = await put();
        await untilOrdered(stack(), upload);
        held.push({ upload, read: await readObject(stack(), upload) });
      },
      queue,
    );
    const [one] = held;
    if (one === undefined) throw new Error('nothing was put');
    await untilSettled(stack(), one.upload);
    return one;
  };

  describe('each remedy, read through the API of S3 before and after', () => {
    it('copy: the new version has everything, and the old one stays as it was', async () => {
      const { upload, read } = await before('copy', async () => {
        const put = { ...RICH, Tagging: tagging(10), ...grantsFor(stack().world.account) };
        const old = putUnencrypted(stack().world, 'scans', 'remedy/copied', put);
        await announce(stack().world, [old]);
        return old;
      });
      const copy = await readObject(stack(), becameOf(stack(), upload));
      const { ChecksumCRC64NVME: _1, ChecksumType: _2, ...kept } = withoutNew(copy); // it had none
      expect(kept).toEqual(withoutNew(read));
      expect(copy.encryption).toEqual({
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: stack().world.keys.payroll,
        BucketKeyEnabled: true,
      });
      expect(await readObject(stack(), upload)).toEqual(read);
      expect(versions(upload)).toEqual([upload.versionId, copy.rest.VersionId]);
    });

    it('copy in parts: the same bytes, in parts of the size that the stack was given', async () => {
      const Body = Buffer.alloc(11 * 1024 ** 2, 'eleven ');
      const { upload, read } = await before('copy', async () => {
        const put = { ...RICH, Body, Tagging: tagging(3), ...grantsFor(stack().world.account) };
        const old = putUnencrypted(stack().world, 'scans', 'remedy/in-parts', put);
        await announce(stack().world, [old]);
        return old;
      });
      const copy = await readObject(stack(), becameOf(stack(), upload));
      expect(copy.rest.sha256).toBe(sha256Of(Body));
      expect(copy.rest.ETag).toMatch(/-3"$/); // 5 + 5 + 1 MiB
      const { ChecksumCRC64NVME: _1, ChecksumType: _2, ...kept } = withoutNew(copy);
      expect(kept).toEqual(withoutNew(read));
      expect(await readObject(stack(), upload)).toEqual(read);
      expect(stack().world.model.state().buckets.get('scans')?.uploads.size).toBe(0);
    });

    it('isolate: one tag more, and nothing else', async () => {
      const { upload, read } = await before('quarantine', async () =>
        putObject(stack().world, 'partners', 'remedy/isolated', { ...RICH, Tagging: tagging(9) }),
      );
      const { rest, encryption } = await readObject(stack(), upload);
      expect({ ...rest, tagging: 0, TagCount: 0 }).toEqual({
        ...read.rest,
        tagging: 0,
        TagCount: 0,
      });
      expect(encryption).toEqual(read.encryption);
      expect(rest.tagging.TagSet).toEqual(
        expect.arrayContaining([
          ...(read.rest.tagging.TagSet ?? []),
          { Key: MARKER, Value: 'partners' },
        ]),
      );
      expect(rest.TagCount).toBe(10);
      expect(versions(upload)).toEqual([upload.versionId]);
    });

    it('move: nothing is found where it was, and everything in quarantine', async () => {
      const { upload, read } = await before('quarantine', async () =>
        putObject(stack().world, 'evidence', 'remedy/moved', { ...RICH, Tagging: tagging(10) }),
      );
      const { s3, quarantine } = stack().world;
      const name = { Bucket: upload.bucket, Key: upload.key };
      await expect(s3.send(new GetObjectCommand(name))).rejects.toMatchObject({
        name: 'NoSuchKey',
      });
      const exact = new HeadObjectCommand({ ...name, VersionId: upload.versionId });
      await expect(s3.send(exact)).rejects.toMatchObject({ name: 'NotFound' });

      const [intent] = recordsOf(stack(), upload).flatMap(
        ({ unmapped }) => unmapped.sealward.intent ?? [],
      );
      const { object } = quarantineKeys(upload.bucket, intent?.intentId ?? '');
      const copy = await readObject(stack(), { bucket: quarantine.bucket, key: object });
      const { grants: _1, ...kept } = withoutNew(copy); // those are in the manifest
      const { grants: _2, ...had } = withoutNew(read);
      expect(kept).toEqual(had);
      expect(copy.encryption).toMatchObject({ SSEKMSKeyId: quarantine.keyArn });
    });
  });
};
