import { expect, it } from '@jest/globals';
import { beginProgress, isNoteOf, isOfCopyAtOnce } from '../../../core/copies/begin-progress.ts';
import { keyArn } from '../../made/facts.ts';
import { makeTask } from './made-attributes.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const LOCK = {
  mode: 'GOVERNANCE',
  retainUntil: new Date('2026-01-01T00:00:00Z'),
  legalHold: false,
} as const;
const other = { algorithm: 'aws:kms', keyArn: keyArn('other'), bucketKey: true } as const;

it.each([
  ['of the same copy', {}, {}, true],
  ['with the same lock', { lock: LOCK, eventHold: { days: 1 } }, {}, true],
] as const)('knows a note %s', (_title, facts, task, expected) => {
  const one = makeTask(facts, task);
  expect(isNoteOf(beginProgress(one, NOW), makeTask(facts, task))).toBe(expected);
});

it.each([
  ['under another key', {}, { encryption: other }],
  ['without encryption by KMS', {}, { encryption: { algorithm: 'AES256' } }],
  ['with other tags', { tags: {} }, {}],
  ['with a legal hold', { lock: { ...LOCK, legalHold: true } }, {}],
  ['with a longer retention', { lock: { ...LOCK, retainUntil: NOW } }, {}],
  ['with an event hold', { lock: LOCK, eventHold: {} }, {}],
  ['without the lock', {}, {}],
] as const)('begins anew %s', (_title, facts, task) => {
  const note = beginProgress(makeTask({ lock: LOCK }), NOW);
  expect(isNoteOf(note, makeTask(facts, task))).toBe(false);
});

it('minds no lock that is left behind', () => {
  const note = beginProgress(makeTask({ lock: LOCK }, { lock: 'leave' }), NOW);
  expect(isNoteOf(note, makeTask({}, { lock: 'leave' }))).toBe(true);
});

it('takes an older note, which does not say, for another', () => {
  const { asked: _asked, ...note } = beginProgress(makeTask(), NOW);
  expect(isNoteOf(note, makeTask())).toBe(false);
});

it('notes what is to be made, when it was begun, and how far it is', () => {
  const upload = { uploadId: 'u', partBytes: 5, parts: 3, done: 1 };
  const note = {
    id: 'intent',
    bucket: 'payroll',
    key: 'a/b ü.txt',
    carried: expect.stringMatching(/^[0-9a-f]{64}$/),
    asked: expect.stringMatching(/^[0-9a-f]{64}$/),
    startedAt: '2026-11-24T12:00:00.000Z',
  };
  const checksum = { algorithm: 'CRC32', type: 'FULL_OBJECT', value: 'AAAAAA==' } as const;
  expect(beginProgress(makeTask(), NOW)).toStrictEqual(note);
  expect(beginProgress(makeTask({ checksum }), NOW, { upload, restarts: 2 })).toStrictEqual({
    ...note,
    checksum: 'CRC32 AAAAAA==',
    restarts: 2,
    upload,
  });
});

it('begins anew where only what is carried differs', () => {
  expect(isNoteOf(beginProgress(makeTask(), NOW), makeTask({ tags: {} }))).toBe(false);
});

it('tells a copy at once from one in parts, and from one that is to be begun anew', () => {
  const upload = { uploadId: 'u', partBytes: 5, parts: 3, done: 0 };
  expect(isOfCopyAtOnce(beginProgress(makeTask(), NOW))).toBe(true);
  expect(isOfCopyAtOnce(beginProgress(makeTask(), NOW, { upload }))).toBe(false);
  expect(isOfCopyAtOnce(beginProgress(makeTask(), NOW, { restarts: 1 }))).toBe(false);
});
