import { expect, it } from '@jest/globals';
import { openMessages } from '../../app/open-messages.ts';
import { toReturn, type TriggeredRef } from '../../core/messages/ref-message.ts';
import { makeViolation } from '../made/facts.ts';
import { message } from './fakes.ts';

const REF: TriggeredRef = { bucket: 'b', key: 'k', versionId: 'v1', sequencer: '01', etag: 'e1' };
const returned = (intentId: string) =>
  ({ intentId, rule: 'r', outcome: { kind: 'applied' } }) as const;
const open = (...some: readonly TriggeredRef[]) =>
  openMessages(
    some.map((ref, index) => message(`m${index}`, { v: 1, cause: 'event', refs: [ref] })),
    new Set(),
  );

it('settles the same event, delivered twice, with one task', () => {
  const { tasks } = open(REF, REF);
  expect(tasks.map(({ messages }) => [...messages])).toEqual([['m0', 'm1']]);
});

it.each([
  ['version', { ...REF, versionId: 'v2' }, REF],
  ['write', { ...REF, sequencer: '02' }, REF],
  [
    'ETag, where there is no sequencer',
    { bucket: 'b', key: 'k', etag: 'e2' },
    { bucket: 'b', key: 'k', etag: 'e1' },
  ],
  [
    'intent that came back',
    { ...REF, returned: returned('i1') },
    { ...REF, returned: returned('i2') },
  ],
  ['intent that came back, where none did', { ...REF, returned: returned('i1') }, REF],
])('never lets one stand for another %s', (_what, one, other) => {
  expect(open(one, other).tasks).toHaveLength(2);
});

it('hands on what a writer has to say, and judges nothing for it', () => {
  const notice = { kind: 'breaker-opened', rule: 'r', orders: 1, hour: 'h', at: 'a' };
  const opened = openMessages([message('m1', { v: 1, notice })], new Set());
  expect(opened).toEqual({
    tasks: [],
    notices: [{ id: 'm1', notice }],
    unreadable: [],
    later: new Set(),
  });
});

it.each([
  ['refs', { v: 2, refs: [] }],
  ['notices', { v: 2, notice: {} }],
])('leaves %s of another version of this code for that to read', (_what, body) => {
  const { later, unreadable } = openMessages([message('m1', body)], new Set());
  expect([later, unreadable]).toEqual([new Set(['m1']), []]);
});

it('judges a copy and the version that it left behind', () => {
  const outcome = { kind: 'applied', became: 'v2', residual: 'v1' } as const;
  const order = { ref: REF, intentId: 'i', because: makeViolation() };
  const { tasks } = openMessages([message('m1', toReturn(order, outcome))], new Set());
  expect(
    tasks.map(({ triggered: { versionId, returned: back } }) => [versionId, back?.intentId]),
  ).toEqual([
    ['v2', 'i'],
    ['v1', undefined],
  ]);
});

it('keeps what is not understood beside what is', () => {
  const record = { eventSource: 'aws:s3', eventVersion: '2.6', eventName: 'ObjectCreated:Put' };
  const good = { ...record, s3: { bucket: { name: 'b' }, object: { key: 'k' } } };
  const opened = openMessages([message('m1', { Records: [record, good] })], new Set());
  expect(opened.tasks.map(({ triggered }) => triggered.key)).toEqual(['k']);
  expect(opened.unreadable.map(({ id }) => id)).toEqual(['m1']);
});
