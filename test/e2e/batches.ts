import { expect } from '@jest/globals';
import type { KeyArn } from '../../core/keys/key-arn.ts';
import type { Order } from '../../core/orders/order.ts';
import { makeViolation } from '../made/facts.ts';

export const batch = (...bodies: readonly string[]) => ({
  Records: bodies.map((body, index) => ({
    messageId: `m${index}`,
    body,
    eventSourceARN: 'arn:aws:sqs:eu-west-1:111122223333:queue',
    attributes: { ApproximateReceiveCount: '1' },
  })),
});
export const resolvedWith = (...failed: readonly string[]) => ({
  resolved: { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) },
  ms: expect.any(Number),
});
export const MALFORMED = [
  '',
  'not JSON',
  '[]',
  '{}',
  '{"v":2,"refs":[]}',
  '{"v":1,"order":{"kind":"move"}}',
];

const to = {
  algorithm: 'aws:kms',
  keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' as KeyArn,
  bucketKey: true,
} as const;
const EVERY = {
  ref: { bucket: 'archive', key: 'k', versionId: 'v' },
  pin: { kind: 'version', versionId: 'v' },
  because: makeViolation(),
  policyHash: 'hash',
  intentId: 'intent',
} as const;

/** An order of each writer. */
export const ORDERS = {
  'reencrypt-object': { kind: 'update-encryption', to, ...EVERY },
  'copy-object': { kind: 'copy', to, size: 1, ...EVERY },
  'quarantine-object': { kind: 'isolate', ...EVERY },
} as const satisfies Readonly<Record<string, Order>>;
