import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { toBatchResponse, toMessages } from '../../runtime/sqs-batch.ts';

const EVENT = JSON.parse(
  readFileSync(
    new URL('../../events/s3-eventbridge/sqs-batch-from-eventbridge.json', import.meta.url),
    'utf8',
  ),
);

it('takes every record of a batch, in its order', () => {
  expect(toMessages(EVENT)).toEqual(
    EVENT.Records.map((record: { messageId: string; body: string; eventSourceARN: string }) => ({
      id: record.messageId,
      body: record.body,
      queueArn: record.eventSourceARN,
      receiveCount: 1,
    })),
  );
});

it('names the messages that must be delivered again, and only those', () => {
  expect(toBatchResponse(new Set(['m2', 'm1']))).toEqual({
    batchItemFailures: [{ itemIdentifier: 'm2' }, { itemIdentifier: 'm1' }],
  });
  expect(toBatchResponse(new Set())).toEqual({ batchItemFailures: [] });
});
