import { describe, expect, it } from '@jest/globals';
import { isSameWrite, toWriteStep } from '../../../../local/demo/check/write-step.ts';
import type { WireCall } from '../../../../local/front/wire-call.ts';

const call = (operation: string, rest: Partial<WireCall> = {}): WireCall => ({
  at: 7,
  ms: 1,
  service: 's3',
  operation,
  status: 200,
  account: '111122223333',
  caller: 'function',
  userAgent: '',
  servedBy: 'model',
  ...rest,
});

describe('a write of an order', () => {
  it.each([
    ['UpdateObjectEncryption'],
    ['CopyObject'],
    ['CreateMultipartUpload'],
    ['PutObjectTagging'],
  ])('is %s by a function', (operation) => {
    expect(toWriteStep(call(operation))).toEqual({ kind: 'update', at: 7 });
  });

  it.each([
    ['a read', call('HeadObject')],
    ['what a client does', call('DeleteObject', { caller: 'client' })],
    ['what is asked of another service', call('DeleteObject', { service: 'sqs' })],
  ])('is not %s', (_title, one) => {
    expect(toWriteStep(one)).toBeUndefined();
  });
});

it('counts the marker and the delete of one move once', () => {
  const [remove, tag] = ['DeleteObject', 'PutObjectTagging'].map((name) => toWriteStep(call(name)));
  if (remove === undefined || tag === undefined) throw new Error('no writes');
  expect(isSameWrite(remove, remove)).toBe(true);
  expect(isSameWrite(tag, tag)).toBe(false);
  expect(isSameWrite({ kind: 'intent', durableAt: 1 }, remove)).toBe(false);
  expect(isSameWrite(undefined, remove)).toBe(false);
});
