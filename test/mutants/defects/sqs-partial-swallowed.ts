import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'sqs-partial-swallowed',
  title: 'takes a 200 of SendMessageBatch for all of its messages',
  file: 'aws/send-messages.ts',
  from: 'arrived.has(String(index)) || missing.add(index)',
  to: 'arrived.has(String(index)) || missing.delete(index)',
  invariant: 7,
};
