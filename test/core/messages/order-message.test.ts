import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Again,
  parseOrderMessage,
  serialiseOrder,
} from '../../../core/messages/order-message.ts';
import type { Order } from '../../../core/orders/order.ts';
import { keyArn, makeViolation } from '../../made/facts.ts';
import { anyOrder } from '../ledger/any-input.ts';

const order: Order = {
  kind: 'update-encryption',
  ref: { bucket: 'b', key: 'a?versionId=x', versionId: 'v1' },
  pin: { kind: 'version', versionId: 'v1' },
  because: makeViolation({ also: [{ requirement: 'kms-key', expected: ['k'], found: 'AES256' }] }),
  policyHash: 'hash',
  intentId: 'intent',
  to: { algorithm: 'aws:kms', keyArn: keyArn('target'), bucketKey: true },
};
const spoil = (change: object): string => JSON.stringify({ v: 1, order: { ...order, ...change } });

describe('an order', () => {
  it('arrives as it was sent', () => {
    expect(parseOrderMessage(serialiseOrder(order))).toEqual({ order });
  });

  it.each(['aws:kms', 'aws:kms:dsse'] as const)('arrives with `%s`', (algorithm) => {
    const one = { ...order, to: { ...order.to, algorithm } };
    expect(parseOrderMessage(serialiseOrder(one))).toEqual({ order: one });
  });

  it('arrives whole, of whatever kind', () => {
    const again = fc.option(
      fc.record<Again>({ why: fc.constantFrom('continued', 'held'), times: fc.nat() }),
      { nil: undefined },
    );
    const kept = (one: Order): unknown => {
      const { bucket, key, versionId } = one.ref; // of what triggered it, no more than the ref
      return { ...one, ref: { bucket, key, ...(versionId !== undefined && { versionId }) } };
    };
    fc.assert(
      fc.property(anyOrder, again, (one, more) => {
        const parsed = parseOrderMessage(serialiseOrder(one, more));
        expect(parsed).toEqual({ order: kept(one), ...(more && { again: more }) });
      }),
    );
  });

  it.each([
    ['for another reason', { why: 'because', times: 1 }, 'again.why'],
    ['nobody knows how often', { why: 'held' }, 'again.times'],
  ])('is refused when it comes again %s', (_title, again, words) => {
    const parsed = parseOrderMessage(JSON.stringify({ v: 1, order, again }));
    expect('unreadable' in parsed && parsed.unreadable).toContain(words);
  });

  it.each([
    ['is not JSON', 'order', 'not JSON'],
    ['is of another version', JSON.stringify({ v: 2, order }), '`v`'],
    ['is of an unknown kind', spoil({ kind: 'delete-everything' }), 'order.kind'],
    [
      'names an alias instead of a key ARN',
      spoil({ to: { ...order.to, keyArn: 'alias/x' } }),
      'order.to.keyArn',
    ],
    [
      'leaves the bucket-key flag open',
      spoil({ to: { algorithm: 'aws:kms', keyArn: keyArn('k') } }),
      'order.to.bucketKey',
    ],
    ['has no pin', spoil({ pin: undefined }), 'order.pin'],
    ['copies without a size', spoil({ kind: 'copy' }), 'order.size'],
    [
      'gives half a reason',
      spoil({ because: { ...order.because, also: undefined } }),
      'order.because.also',
    ],
    ['has no reason', spoil({ because: undefined }), 'order.because'],
  ])('is refused when it %s', (_title, text, words) => {
    const parsed = parseOrderMessage(text);
    expect('unreadable' in parsed && parsed.unreadable).toContain(words);
  });
});
