import type { WriterQueue } from './stack.ts';

type Batch = { readonly QueueUrl?: string; readonly Entries?: readonly { MessageBody: string }[] };

/** The orders for one key that a SendMessageBatch to a writer's queue carries. */
export const ordersIn = (body: string, queue: WriterQueue, key: string): readonly string[] => {
  const { QueueUrl = '', Entries = [] } = JSON.parse(body || '{}') as Batch;
  return QueueUrl.endsWith(`-${queue}`)
    ? Entries.map(({ MessageBody }) => MessageBody).filter((one) =>
        one.includes(JSON.stringify(key)),
      )
    : [];
};
