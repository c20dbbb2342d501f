import { describe, expect, it } from '@jest/globals';
import { announce } from '../../local/demo/cases/announce.ts';
import { putUnencrypted } from '../../local/demo/cases/put-unencrypted.ts';
import { recordsOf, untilSettled } from './follow.ts';
import type { Stack } from './stack.ts';

const COUNT = 100;
const ARCHIVED = 41;

export const describeArchived = (stack: () => Stack): void => {
  describe('one archived object among a hundred that need a copy', () => {
    it('stops nothing: it is reported with what to do, and all the others are copied', async () => {
      const uploads = [...Array(COUNT).keys()].map((n) =>
        putUnencrypted(stack().world, 'scans-plain', `hundred/${n}`, {
          ...(n === ARCHIVED && { StorageClass: 'GLACIER' }),
        }),
      );
      await announce(stack().world, uploads); // in one message, as a sweep packs them
      const last = (upload: (typeof uploads)[number]) =>
        recordsOf(stack(), upload).at(-1)?.unmapped.sealward;
      for (const upload of uploads) await untilSettled(stack(), upload);
      const kinds = uploads.map((upload) => last(upload)?.kind);
      expect(kinds.filter((kind) => kind === 'compliant')).toHaveLength(COUNT - 1);
      const archived = uploads[ARCHIVED];
      if (archived === undefined) throw new Error('unreachable');
      expect(last(archived)).toMatchObject({
        kind: 'violation',
        plan: { kind: 'report', reason: 'archived' },
      });
      expect(recordsOf(stack(), archived).at(-1)?.message).toContain('aws s3api restore-object');
    });
  });
};
