import { expect, it } from '@jest/globals';
import { openMessages } from '../../app/open-messages.ts';
import type { TriggeredRef } from '../../core/messages/ref-message.ts';
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

it('keeps what is not understood beside what is', () => {
  const record = { eventSource: 'aws:s3', eventVersion: '2.6', eventName: 'ObjectCreated:Put' };
  const good = { ...record, s3: { bucket: { name: 'b' }, object: { key: 'k' } } };
  const opened = openMessages([message('m1', { Records: [record, good] })], new Set());
  expect(opened.tasks.map(({ triggered }) => triggered.key)).toEqual(['k']);
  expect(opened.unreadable.map(({ id }) => id)).toEqual(['m1']);
});
