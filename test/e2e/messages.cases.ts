import { describe, expect, it } from '@jest/globals';
import { serialiseOrder } from '../../core/messages/order-message.ts';
import type { LedgerRecord } from '../../core/ledger/ledger-record.ts';
import type { Order } from '../../core/orders/order.ts';
import { putObject } from '../../local/demo/cases/upload.ts';
import { ORDERS } from './batches.ts';
import { kindsOf, recordsOf, s3Calls, untilSettled } from './follow.ts';
import type { Stack } from './stack.ts';

export const describeMessages = (stack: () => Stack): void => {
  const untilRecorded = async (is: (record: LedgerRecord) => boolean): Promise<LedgerRecord> => {
    let found: LedgerRecord | undefined;
    await stack().until('it is in the ledger', async () => {
      found = (await stack().ledger()).find(is);
      return found !== undefined;
    });
    if (found === undefined) throw new Error('unreachable');
    return found;
  };
  const untilAlerted = async ({ metadata }: LedgerRecord): Promise<void> =>
    stack().until('it is alerted', () =>
      stack()
        .world.alerts()
        .some(({ body }) => body.includes(metadata.uid)),
    );
  const ownBucket = (): string => stack().world.ledger.split('/')[2] ?? '';
  const order = (key: string): Order => ({
    ...ORDERS['reencrypt-object'],
    ref: { bucket: 'payroll', key, versionId: 'v1' },
    intentId: `intent of ${key}`,
  });

  describe('messages that are not what they should be', () => {
    it.each([
      ['no JSON', 'this is not JSON'],
      [
        'an event of a version that nobody knows',
        '{"source":"aws.s3","detail-type":"Object Created","detail":{"event-version":"9.0","bucket":{"name":"b"},"object":{"key":"k"}}}',
      ],
      ['an event without a key', '{"source":"aws.s3","detail-type":"Object Created","detail":{}}'],
    ])('%s: kept in the ledger as it came, and alerted', async (_title, body) => {
      await stack().send('objects', body);
      const base64 = Buffer.from(body).toString('base64');
      const record = await untilRecorded(
        ({ unmapped: { sealward } }) => sealward.body?.base64 === base64,
      );
      expect(record).toMatchObject({
        severity: 'High',
        unmapped: { sealward: { kind: 'unreadable-message' } },
      });
      await untilAlerted(record);
    });

    it('a poison message delays nobody: what comes beside it is judged', async () => {
      await stack().send('objects', 'poison');
      const upload = await putObject(stack().world, 'payroll', 'beside-poison');
      await untilSettled(stack(), upload);
      expect(kindsOf(stack(), upload)).toEqual(['intent', 'compliant']);
    });
  });

  describe('what ends in a dead-letter queue', () => {
    it('an order: its intent is closed as failed, and alerted', async () => {
      await stack().send('reencrypt-dlq', serialiseOrder(order('given-up')));
      const name = { bucket: 'payroll', key: 'given-up', versionId: 'v1' };
      await stack().until('it is recorded', () => recordsOf(stack(), name).length > 0);
      const [record] = recordsOf(stack(), name);
      expect(record?.unmapped.sealward).toMatchObject({
        kind: 'failed',
        closes: { intentId: 'intent of given-up', outcome: 'failed' },
      });
      if (record !== undefined) await untilAlerted(record);
      await stack().until('it is judged once more', () => recordsOf(stack(), name).length > 1);
      await stack().until(
        'no dead letter is left',
        async () => (await stack().world.deadLetters()) === 0,
      );
    });

    it('our own message of a version that nobody came to know: kept as it is', async () => {
      const body = '{"v":2,"refs":[]}';
      await stack().send('objects-dlq', body);
      const base64 = Buffer.from(body).toString('base64');
      const record = await untilRecorded(
        ({ unmapped: { sealward } }) => sealward.body?.base64 === base64,
      );
      expect(record.unmapped.sealward.kind).toBe('unreadable-message');
      await untilAlerted(record);
    });

    it('an event that EventBridge could not deliver: judged after all', async () => {
      const upload = await putObject(stack().world, 'payroll-archive', 'undelivered'); // no events from there
      const { bucket, key, versionId } = upload;
      const object = {
        key,
        ...(versionId !== undefined && { 'version-id': versionId }),
        sequencer: '01',
      };
      const detail = { bucket: { name: bucket }, object };
      const event = { source: 'aws.s3', 'detail-type': 'Object Created', detail };
      await stack().send('rule-dlq', JSON.stringify(event));
      await untilSettled(stack(), upload);
      expect(kindsOf(stack(), upload)).toEqual(['intent', 'compliant']);
    });

    it('a ref: indeterminate, never skipped', async () => {
      const refs = [{ bucket: 'payroll', key: 'never-judged', versionId: 'v1' }] as const;
      await stack().send('objects-dlq', JSON.stringify({ v: 1, cause: 'event', refs }));
      await stack().until('it is recorded', () => recordsOf(stack(), refs[0]).length > 0);
      expect(recordsOf(stack(), refs[0])[0]?.unmapped.sealward).toMatchObject({
        kind: 'indeterminate',
        cause: 'gave-up',
      });
    });
  });

  describe("the stack's own bucket", () => {
    it('is never judged, whoever asks for it', async () => {
      const upload = await putObject(stack().world, 'payroll-archive', 'beside-own');
      await stack().world.sendRefs('objects', {
        v: 1,
        cause: 'redrive',
        refs: [{ bucket: ownBucket(), key: 'ledger/2026/11/24/x' }, upload], // settled together
      });
      await untilSettled(stack(), upload);
      expect(kindsOf(stack(), upload)).toEqual(['intent', 'compliant']);
    });

    it('is not judged when an event tells of it either', async () => {
      const upload = await putObject(stack().world, 'payroll', 'after-own');
      await untilSettled(stack(), upload);
      const event = stack().events.findLast(({ key }) => key === 'after-own');
      if (event === undefined) throw new Error('no event');
      // delivered in this order, so that the second says when the first is through
      stack().world.deliver([{ ...event, bucket: ownBucket(), key: 'ledger/y' }, event]);
      await stack().until('it is judged again', () => s3Calls(stack(), upload).length > 3);
      expect(s3Calls(stack(), upload).at(-1)).toBe('HeadObject');
    });

    it('left no trace of either', async () => {
      expect(
        stack().calls.filter(({ service, bucket }) => service === 's3' && bucket === ownBucket()),
      ).toEqual([]);
      const inOwn = (await stack().ledger()).filter(
        ({ resources }) => resources[0].namespace === ownBucket(),
      );
      expect(inOwn).toEqual([]);
    });
  });
};
