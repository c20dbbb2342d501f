import { expect, it } from '@jest/globals';
import { copyMissingParts } from '../../../app/copies/copy-missing-parts.ts';
import type { CopyPorts } from '../../../app/copies/copy-ports.ts';
import type { UploadedPart } from '../../../core/copies/upload.ts';
import { MINUTES } from './copy-world.ts';
import { begin, IN_PARTS } from './payroll-world.ts';

/** An upload of three parts of four bytes, of which S3 lists what is given here. */
const copyParts = async (parts: readonly UploadedPart[]) => {
  const { ports, order } = await begin({ versioning: 'Enabled', ...IN_PARTS });
  const reading = await ports.readAttributes(order.ref);
  if (reading.kind !== 'attributes') throw new Error(reading.kind);
  const { bucket, key } = order.ref;
  const there = new Map(parts.map((part) => [part.number, part]));
  const copied: number[] = [];
  const uploads: CopyPorts['uploads'] = {
    ...ports.uploads,
    listParts: async () => Promise.resolve({ kind: 'parts', parts: [...there.values()] }),
    copyPart: async (_source, _upload, { number, first, last }) => {
      copied.push(number);
      there.set(number, { number, etag: `e${number}`, size: last - first + 1 });
      return Promise.resolve({ kind: 'part' });
    },
  };
  const answer = await copyMissingParts(
    { ...ports, uploads },
    {
      id: order.intentId,
      attributes: reading.attributes,
      to: { bucket, key },
      encryption: order.to,
      onlyIf: { kind: 'etag', etag: reading.attributes.etag },
      acl: 'carry',
      lock: 'carry',
    },
    { uploadId: 'u1', partBytes: 4, parts: 3, done: 0 },
    MINUTES,
  );
  return { answer, copied };
};

const part = (number: number, size = 4): UploadedPart => ({ number, etag: 'e', size });

it('copies only what is not there', async () => {
  expect((await copyParts([part(1), part(3)])).copied).toEqual([2]);
});

it('copies a part again that has not the size that it must have', async () => {
  const { answer, copied } = await copyParts([part(1), part(2, 3), part(3)]);
  expect(copied).toEqual([2]);
  expect(answer).toMatchObject({ kind: 'parts', parts: [{ size: 4 }, { size: 4 }, { size: 4 }] });
});
