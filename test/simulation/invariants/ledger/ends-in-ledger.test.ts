import { describe, expect, it } from '@jest/globals';
import { ENDS_IN_LEDGER } from './ends-in-ledger.ts';
import { answerOf, compliant, put, read, updateOf } from './made-object.ts';
import { KEY } from './made-record.ts';
import { createMadeRun, type MadeRun } from './made-run.ts';

const BUCKET = 'update-on';
const wordsOf = (run: MadeRun): readonly string[] =>
  run.watch(ENDS_IN_LEDGER).map(({ words }) => words);

const written = () => {
  const run = createMadeRun();
  const object = put(run, BUCKET);
  return { run, object, order: updateOf(BUCKET, object) };
};

describe('a message ends in the ledger or in a dead-letter queue that is read', () => {
  it('finds nothing where every ref has its verdict', () => {
    const { run, object } = written();
    const reader = read(run, BUCKET, object);
    run.record(reader, compliant(BUCKET, object));
    run.end(reader);
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it('catches a ref without a record', () => {
    const { run, object } = written();
    run.end(read(run, BUCKET, object));
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('no record of')]);
  });

  it.each([
    ['of another version', { version: 'another' }],
    ['of another trigger', { trigger: { cause: 'event' } }],
    [
      'that closes an intent which the ref does not',
      { closes: { intentId: 'i', rule: 'r', outcome: 'applied' } },
    ],
  ] as const)('catches a record %s', (_what, instead) => {
    const { run, object } = written();
    const reader = read(run, BUCKET, object);
    run.record(reader, { ...compliant(BUCKET, object), ...instead });
    run.end(reader);
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('no record of')]);
  });

  it('catches the second ref of a message', () => {
    const { run, object } = written();
    const refs = [
      { bucket: BUCKET, key: KEY },
      { bucket: BUCKET, key: 'second' },
    ];
    const reader = run.begin(
      'judge-object',
      run.send('s3', 'objects', { v: 1, cause: 'sweep', refs }),
    );
    run.record(reader, compliant(BUCKET, object));
    run.end(reader);
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('"second"')]);
  });

  it('asks for nothing of own buckets and of test messages', () => {
    const run = createMadeRun();
    const refs = [{ bucket: 'sim-audit', key: KEY }];
    const own = run.send('s3', 'objects', { v: 1, cause: 'redrive', refs });
    run.end(run.begin('judge-object', own, run.send('s3', 'objects', { Event: 's3:TestEvent' })));
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it("catches an unreadable message without evidence, and a newer version's that was dropped", () => {
    const run = createMadeRun();
    const newer = { v: 2, cause: 'sweep', refs: [] };
    run.end(
      run.begin('judge-object', run.send('s3', 'objects', '{'), run.send('s3', 'objects', newer)),
    );
    expect(wordsOf(run)).toStrictEqual([
      expect.stringContaining('no evidence of an unreadable message'),
      expect.stringContaining('of another version of this code'),
    ]);
  });

  it('catches messages that a crash deleted', () => {
    const { run, object } = written();
    const reader = read(run, BUCKET, object);
    run.end(reader, reader.messages, 'died');
    expect(wordsOf(run)).toStrictEqual(['judge-object died, and its messages are gone']);
  });

  it('catches a message that nobody took', () => {
    const { run, object } = written();
    run.end(read(run, BUCKET, object), []);
    expect(wordsOf(run)).toStrictEqual(['1 messages were lost, or never ended']);
  });

  it('wants an answer to every order that its writer deletes', () => {
    const { run, order } = written();
    const writer = run.begin('reencrypt-object', run.send('s3', 'reencrypt', { v: 1, order }));
    run.end(writer);
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('no answer to an order')]);
  });

  it('takes the answer, or the same order again', () => {
    const { run, object, order } = written();
    const again = { why: 'continued', times: 1 };
    const writer = run.begin('reencrypt-object', run.send('s3', 'reencrypt', { v: 1, order }));
    const next = run.begin(
      'reencrypt-object',
      run.send(writer, 'reencrypt', { v: 1, order, again }),
    );
    run.end(writer);
    const answer = run.send(next, 'objects', answerOf(order));
    run.end(next);
    const reader = run.begin('judge-object', answer);
    run.record(reader, {
      ...compliant(BUCKET, object),
      trigger: { cause: 'writer' },
      closes: { intentId: order.intentId, rule: 'update', outcome: 'applied' },
    });
    run.end(reader);
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it('wants a dead order recorded as failed, and its object judged again', () => {
    const { run, order } = written();
    const dead = run.send('s3', 'reencrypt', { v: 1, order });
    run.step({ kind: 'buried', at: run.now(), message: dead });
    const closer = run.begin('close-dead-letter', dead);
    run.end(closer);
    expect(wordsOf(run)).toStrictEqual([
      expect.stringContaining('no record of an order that was given up'),
    ]);
    const closes = { intentId: order.intentId, rule: 'update', outcome: 'failed' } as const;
    const late = run.begin('close-dead-letter', dead);
    run.record(late, { bucket: BUCKET, kind: 'failed', verdict: 'violation', closes });
    run.end(late);
    expect(wordsOf(run).at(-1)).toContain('is not judged again');
  });

  it('wants a dead ref recorded as given up', () => {
    const { run, object } = written();
    const reader = read(run, BUCKET, object);
    run.end(reader, []);
    const [dead] = reader.messages;
    if (dead === undefined) throw new Error('no message');
    run.step({ kind: 'buried', at: run.now(), message: dead });
    const closer = run.begin('close-dead-letter', dead);
    run.record(closer, compliant(BUCKET, object));
    run.end(closer);
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('no record of')]);
  });
});
