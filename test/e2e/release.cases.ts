import { GetObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { grantsFor, RICH, tagging } from '../../local/demo/cases/rich.ts';
import { type PutInput, putObject, type Upload } from '../../local/demo/cases/upload.ts';
import { takeSnapshot, versionIdsOf } from '../../local/demo/check/snapshot.ts';
import { copyDifferences } from '../../local/demo/check/differences.ts';
import { recordsOf, untilSettled } from './follow.ts';
import type { Stack } from './stack.ts';

const REASON = 'SEC-1: a test';

export const describeRelease = (stack: () => Stack): void => {
  const moved = async (bucket: string, key: string, put: PutInput = {}) => {
    const upload = await putObject(stack().world, bucket, key, put);
    await untilSettled(stack(), upload);
    const [intent] = recordsOf(stack(), upload).flatMap(
      ({ unmapped }) => unmapped.sealward.intent ?? [],
    );
    return { upload, id: intent?.intentId ?? 'none' };
  };
  const release = async (id: string, ...more: readonly string[]) => {
    const { sealward, stack: name } = stack().world;
    const args = ['quarantine', 'release', id, '--stack', name, '--reason', REASON, '--json'];
    const { code, stdout } = await sealward([...args, ...more]);
    return { code, told: JSON.parse(stdout || '{}') as { readonly plan?: { reason?: string } } };
  };
  const versions = (upload: Upload) => versionIdsOf(stack().world.model.state(), upload);

  describe('sealward quarantine release', () => {
    it('refuses to bury what came since, and changes nothing', async () => {
      const { world } = stack();
      const { upload, id } = await moved('evidence', 'release/newer');
      const newer = await putObject(world, 'evidence', 'release/newer', {
        Body: Buffer.from('newer'),
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: world.keys.payroll,
        BucketKeyEnabled: true,
      });
      await untilSettled(stack(), newer);
      const before = versions(upload);
      for (const more of [[], ['--apply']]) {
        expect(await release(id, ...more)).toMatchObject({
          code: 2,
          told: { plan: { kind: 'refused', reason: 'destination-taken' } },
        });
      }
      expect(versions(upload)).toEqual(before);
      const name = { Bucket: 'evidence', Key: 'release/newer' };
      const got = await world.s3.send(new GetObjectCommand(name));
      expect(await got.Body?.transformToString()).toBe('newer');
    });

    it('puts back everything, once, and the ledger tells who and why', async () => {
      const { world } = stack();
      const put = { ...RICH, Tagging: tagging(10), ...grantsFor(world.account) };
      const { upload, id } = await moved('evidence', 'release/rich', put);
      expect(await release(id)).toMatchObject({ code: 1, told: { release: 'due' } });
      expect(versions(upload)).toHaveLength(1); // the marker
      expect(await release(id, '--apply')).toMatchObject({
        code: 0,
        told: { release: 'released' },
      });

      const { bucket, key } = upload;
      const back = takeSnapshot(world.model.state(), { bucket, key });
      if (upload.before === undefined || back === undefined) throw new Error('it is not back');
      expect(copyDifferences(upload.before, back)).toEqual([]);
      expect(back.encryption).toEqual({
        kind: 'sse-kms',
        keyArn: world.keys.payroll,
        bucketKey: true,
      });
      const versionId = String(back.rest['versionId']);
      await untilSettled(stack(), { bucket, key, versionId }); // judged like anything that is put
      expect(
        recordsOf(stack(), { bucket, key, versionId }).at(-1)?.unmapped.sealward,
      ).toMatchObject({
        kind: 'compliant',
      });

      expect(await release(id, '--apply')).toMatchObject({
        code: 2,
        told: { plan: { reason: 'already-released' } },
      });
      const acts = async () =>
        (await stack().ledger())
          .map(({ unmapped }) => unmapped.sealward as object)
          .filter((one) => 'intentId' in one && one.intentId === id);
      await stack().until('the ledger tells of it', async () => (await acts()).length === 2);
      expect(await acts()).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ outcome: 'intended', reason: REASON }),
          expect.objectContaining({ outcome: 'applied', reason: REASON, versionId }),
        ]),
      );
    });

    it('leaves the tag on what was isolated while the policy still has something against it', async () => {
      const upload = await putObject(stack().world, 'partners', 'release/isolated', {
        Tagging: 'kept=yes',
      });
      await untilSettled(stack(), upload);
      const [intent] = recordsOf(stack(), upload).flatMap(
        ({ unmapped }) => unmapped.sealward.intent ?? [],
      );
      expect(await release(intent?.intentId ?? '')).toMatchObject({
        code: 2,
        told: { plan: { reason: 'violation' } },
      });
      expect(takeSnapshot(stack().world.model.state(), upload)?.rest.tags).toEqual({
        kept: 'yes',
        'sealward-isolated': 'partners',
      });
    });
  });
};
