import { expect, it } from '@jest/globals';
import { SOURCE } from '../app/quarantine/quarantine-world.ts';
import { beginOrder, BODY, type Death, deliverAll } from './copy-queue.ts';

const go = async (death?: Death) => {
  const begun = await beginOrder();
  const { world, ref, order } = begun;
  const ran = await deliverAll(begun, death);
  const [made, ...below] = await world.versions();
  const became = made?.split(':')[0] ?? '';
  expect(below).toHaveLength(1); // nothing was copied twice
  expect(await world.read(ref.bucket, ref.key, became)).toBe(BODY);
  expect(await world.read(ref.bucket, ref.key, ref.versionId)).toBe(BODY);
  expect(await world.tagsOf({ ...ref, versionId: became })).toEqual({ team: 'hr' });
  expect(world.items.size).toBe(0);
  const uploads = [...(world.model.state().buckets.get(SOURCE)?.uploads.values() ?? [])];
  const outcome = { kind: 'applied', became, residual: ref.versionId };
  const returned = { intentId: order.intentId, rule: 'payroll', outcome };
  return {
    ...ran,
    back: ran.back.map((text) => JSON.parse(text)),
    uploads,
    applied: { v: 1, cause: 'writer', refs: [{ ...ref, versionId: became, returned }, ref] },
  };
};

it.each([
  ['no container dies', undefined],
  ['one dies before it knows how far it came', { call: 'progress.begin', nth: 1 }],
  ['one dies half-way through its parts', { call: 'UploadPartCopy', nth: 5 }],
  ['one dies before it goes on in the queue', { call: 'progress.advance', nth: 2 }],
  ['one dies before it learns that the copy is made', { call: 'CompleteMultipartUpload', nth: 1 }],
  ['one dies among the annotations', { call: 'PutObjectAnnotation', nth: 1 }],
] as const)('an order goes through the queue to one answer, where %s', async (_title, death) => {
  const { back, again, complaints, uploads, applied } = await go(death);
  expect(again.length).toBeGreaterThanOrEqual(3);
  expect(again).toEqual(again.map((_, n) => ({ why: 'continued', times: n + 1 })));
  expect(complaints.map(({ about }) => String(about['error']))).toEqual(
    death === undefined ? [] : ['Error: the container died'],
  );
  expect(back).toEqual([applied]);
  expect(uploads).toEqual([]);
});

it('is done once where its next message is sent and the container dies: the queue has it twice', async () => {
  const { back, complaints, applied } = await go({ call: 'sendAgain', nth: 1 });
  expect(complaints).toHaveLength(1);
  expect(back[0]).toEqual(applied); // the other one comes when nobody asks for an answer any more
});

// docs/limits.md: `sealward status` lists it with the command that ends it
it('leaves an empty upload where a container dies before it notes the id, and begins another', async () => {
  const { back, uploads, applied } = await go({ call: 'CreateMultipartUpload', nth: 1 });
  expect(back).toEqual([applied]);
  expect(uploads.map(({ parts }) => parts.size)).toEqual([0]);
});

it('answers once, and copies nothing again, where a container dies before it can say what it did', async () => {
  const { back, complaints, uploads, applied } = await go({ call: 'sendBack', nth: 1 });
  expect(complaints).toHaveLength(1);
  expect(back).toEqual([applied]);
  expect(uploads).toEqual([]);
});
