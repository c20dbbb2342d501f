import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { announce } from '../../local/demo/cases/announce.ts';
import { putUnencrypted } from '../../local/demo/cases/put-unencrypted.ts';
import { bodyOf, putObject, type Upload } from '../../local/demo/cases/upload.ts';
import { differences } from '../../local/demo/check/differences.ts';
import { takeSnapshot, versionIdsOf } from '../../local/demo/check/snapshot.ts';
import { becameOf, kindsOf, untilSettled } from './follow.ts';
import type { Stack } from './stack.ts';

/** The oldest first: five versions, and delete markers between them and, where it is said, on top. */
const HISTORY = ['v0', 'v1', 'marker', 'v2', 'v3', 'marker', 'v4'] as const;
const POSITIONS = [0, 1, 2, 3, 4] as const;

type Placed = {
  readonly uploads: readonly Upload[]; // v0 to v4
  readonly bad: Upload;
  readonly stack: readonly string[]; // ids, the oldest first
};

export const describeHistories = (stack: () => Stack): void => {
  const idsOf = (name: Upload): readonly string[] =>
    versionIdsOf(stack().world.model.state(), name);

  const place = async (
    bucket: string,
    key: string,
    position: number,
    putBad: (body: Buffer) => Promise<Upload>,
    top: readonly 'marker'[],
  ): Promise<Placed> => {
    const { world } = stack();
    const uploads: Upload[] = [];
    for (const one of [...HISTORY, ...top]) {
      if (one === 'marker') {
        await world.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
        continue;
      }
      const Body = bodyOf(one);
      const right = {
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: world.keys.payroll,
        BucketKeyEnabled: true,
      } as const;
      const isBad = uploads.length === position;
      uploads.push(
        isBad ? await putBad(Body) : await putObject(world, bucket, key, { Body, ...right }),
      );
    }
    const bad = uploads[position];
    if (bad === undefined) throw new Error('no such version');
    return { uploads, bad, stack: idsOf(bad) };
  };

  /** Every version but one is exactly as it was put. */
  const expectUntouched = ({ uploads }: Placed, but?: Upload): void => {
    for (const upload of uploads.filter((one) => one !== but)) {
      const after = takeSnapshot(stack().world.model.state(), upload);
      if (upload.before === undefined || after === undefined) throw new Error('a version is lost');
      expect(differences(upload.before, after)).toEqual([]);
      expect(after.encryption).toEqual(upload.before.encryption);
    }
  };
  /** The bytes that a plain GET answers; undefined: nothing. */
  const current = ({ bucket, key }: Upload): string | undefined =>
    takeSnapshot(stack().world.model.state(), { bucket, key })?.sha256;

  describe.each([
    ['no marker on top', []],
    ['a marker on top', ['marker']],
  ] as const)('five versions with delete markers among them, %s', (_title, top) => {
    it.each(POSITIONS)(
      'version %s is moved: no other is lost, none comes back',
      async (position) => {
        const key = `histories/moved-${position}-${top.length}`;
        const placed = await place(
          'evidence-old',
          key,
          position,
          async (Body) => putObject(stack().world, 'evidence-old', key, { Body }),
          top,
        );
        const { bad } = placed;
        const seen = current(bad);
        await announce(stack().world, placed.uploads);
        await untilSettled(stack(), bad);
        expect(kindsOf(stack(), bad)).toEqual(['intent', 'gone']);

        const wasCurrent = position === 4 && top.length === 0;
        const now = idsOf(bad);
        const kept = placed.stack.filter((id) => id !== bad.versionId);
        expect(now.slice(0, kept.length)).toEqual(kept);
        expect(now).toHaveLength(kept.length + (wasCurrent ? 1 : 0)); // our marker hides what is below
        expect(current(bad)).toBe(wasCurrent ? undefined : seen);
        expectUntouched(placed, bad);
      },
    );

    it.each(POSITIONS)(
      'version %s would need a copy: only the current one gets one',
      async (position) => {
        const key = `histories/copied-${position}-${top.length}`;
        const placed = await place(
          'scans',
          key,
          position,
          async (Body) => Promise.resolve(putUnencrypted(stack().world, 'scans', key, { Body })),
          top,
        );
        const { bad } = placed;
        const seen = current(bad);
        await announce(stack().world, [bad]);
        await untilSettled(stack(), bad);

        const isCopied = position === 4 && top.length === 0;
        const copy = isCopied ? [becameOf(stack(), bad).versionId] : [];
        expect(idsOf(bad)).toEqual([...placed.stack, ...copy]);
        expect(current(bad)).toBe(seen);
        expectUntouched(placed);
      },
    );
  });
};
