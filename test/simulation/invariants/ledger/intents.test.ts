import { describe, expect, it } from '@jest/globals';
import { INTENTS } from './intents.ts';
import {
  answerOf,
  intended,
  mend,
  put,
  read,
  updateOf,
  updating,
  violating,
} from './made-object.ts';
import { createMadeRun, type MadeRun } from './made-run.ts';

const BUCKET = 'update-on';
const wordsOf = (run: MadeRun): readonly string[] => run.watch(INTENTS).map(({ words }) => words);

const ordered = () => {
  const run = createMadeRun();
  const object = put(run, BUCKET);
  const reader = read(run, BUCKET, object);
  return { run, object, reader, order: updateOf(BUCKET, object) };
};

describe('no write without an earlier intent, and every intent is closed', () => {
  it('finds nothing where a violation is mended and verified', () => {
    const run = createMadeRun();
    mend(run, BUCKET, put(run, BUCKET));
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it('catches a reader that writes', () => {
    const { run, object, reader } = ordered();
    run.call(reader, 'UpdateObjectEncryption', updating(BUCKET, object));
    expect(wordsOf(run)).toStrictEqual(['judge-object called UpdateObjectEncryption']);
  });

  it('catches an order that is sent before its intent is durable', () => {
    const { run, object, reader, order } = ordered();
    run.send(reader, 'reencrypt', { v: 1, order });
    run.record(reader, intended(BUCKET, object));
    expect(wordsOf(run)).toContain('a `update-encryption` was sent before its intent was durable');
  });

  it('catches an order for another version than the intent names', () => {
    const { run, object, reader, order } = ordered();
    run.record(reader, intended(BUCKET, { ...object, version: 'another' }));
    run.send(reader, 'reencrypt', { v: 1, order });
    expect(wordsOf(run)).toContain('a `update-encryption` was sent before its intent was durable');
  });

  it('catches an order in the queue of another writer', () => {
    const { run, object, reader, order } = ordered();
    run.record(reader, intended(BUCKET, object));
    run.send(reader, 'copy', { v: 1, order });
    expect(wordsOf(run)).toContain('a `update-encryption` was sent to `copy`');
  });

  it.each([
    [
      'another key',
      { ObjectEncryption: { SSEKMS: { KMSKeyArn: 'other', BucketKeyEnabled: true } } },
    ],
    ['no bucket key', { ObjectEncryption: { SSEKMS: {} } }],
    ['whatever is current', { VersionId: undefined }],
    ['another object', { Key: 'other' }],
  ])('catches a write to %s', (_what, instead) => {
    const { run, object, reader, order } = ordered();
    run.record(reader, intended(BUCKET, object));
    const writer = run.begin('reencrypt-object', run.send(reader, 'reencrypt', { v: 1, order }));
    run.call(writer, 'UpdateObjectEncryption', { ...updating(BUCKET, object), ...instead });
    expect(wordsOf(run)).toContain(
      'reencrypt-object called UpdateObjectEncryption, which no order of its asks for',
    );
  });

  it('catches a write without an intent in the ledger', () => {
    const { run, object, order } = ordered();
    const writer = run.begin('reencrypt-object', run.send('s3', 'reencrypt', { v: 1, order }));
    run.call(writer, 'UpdateObjectEncryption', updating(BUCKET, object));
    expect(wordsOf(run)).toContain(
      'reencrypt-object called UpdateObjectEncryption without an intent in the ledger',
    );
  });

  it('lets an order whose time ran out go on in the next run of its container', () => {
    const { run, object, reader, order } = ordered();
    run.record(reader, intended(BUCKET, object));
    const first = run.begin('reencrypt-object', run.send(reader, 'reencrypt', { v: 1, order }));
    run.end(first, []);
    const next = run.begin('reencrypt-object');
    run.call(next, 'UpdateObjectEncryption', updating(BUCKET, object));
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('its order was never answered')]);
  });

  it('catches an intent that nothing closes', () => {
    const { run, object, reader, order } = ordered();
    run.record(reader, intended(BUCKET, object));
    run.send(reader, 'reencrypt', { v: 1, order });
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('its order was never answered')]);
  });

  it('catches an intent without order and without a later verdict, and takes one of the same version', () => {
    const { run, object, reader } = ordered();
    run.record(reader, intended(BUCKET, object));
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('its order was never sent')]);
    run.record(reader, violating(BUCKET, object));
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it('takes no answer without an intent id for an answer', () => {
    const { run, object, reader, order } = ordered();
    run.record(reader, intended(BUCKET, object));
    const writer = run.begin('reencrypt-object', run.send(reader, 'reencrypt', { v: 1, order }));
    run.send(writer, 'objects', { ...answerOf(order), refs: [order.ref] });
    run.record(reader, violating(BUCKET, object));
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('its order was never answered')]);
  });
});
