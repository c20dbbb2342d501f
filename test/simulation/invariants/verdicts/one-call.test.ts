import { describe, expect, it } from '@jest/globals';
import { AS_POLICY_ASKS, compliant, inputOf, put, read, updateOf } from '../ledger/made-object.ts';
import { KEY } from '../ledger/made-record.ts';
import { createMadeRun, type MadeRun } from '../ledger/made-run.ts';
import { ONE_CALL } from './one-call.ts';

const wordsOf = (run: MadeRun): readonly string[] => run.watch(ONE_CALL).map(({ words }) => words);

const reading = (bucket: string) => {
  const run = createMadeRun();
  const object = put(run, bucket, AS_POLICY_ASKS);
  return { run, object, reader: read(run, bucket, object) };
};

describe('a compliant object costs exactly one S3 call', () => {
  it.each(['update-on', 'copy-off', 'report-on'])('finds nothing in one HEAD of %s', (bucket) => {
    const { run, object, reader } = reading(bucket);
    run.record(reader, compliant(bucket, object));
    run.end(reader);
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it('lets a rule that asks for tags have them, once', () => {
    const { run, object, reader } = reading('tagged-on');
    run.call(reader, 'GetObjectTagging', inputOf('tagged-on', object));
    run.record(reader, compliant('tagged-on', object));
    run.end(reader);
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it.each([
    ['a second HEAD', 'HeadObject', {}],
    ['a look at its tags', 'GetObjectTagging', {}],
    ['a look at its bucket', 'GetBucketVersioning', { Key: undefined, VersionId: undefined }],
  ])('catches %s', (_what, name, instead) => {
    const { run, object, reader } = reading('update-on');
    run.call(reader, name, { ...inputOf('update-on', object), ...instead });
    run.record(reader, compliant('update-on', object));
    run.end(reader);
    expect(wordsOf(run)).toHaveLength(1);
  });

  it('catches an order for what is compliant', () => {
    const { run, object, reader } = reading('update-on');
    run.record(reader, compliant('update-on', object));
    run.send(reader, 'reencrypt', { v: 1, order: updateOf('update-on', object) });
    run.end(reader);
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('an order was sent')]);
  });

  it('counts an event that is delivered twice only once', () => {
    const run = createMadeRun();
    const object = put(run, 'update-on', AS_POLICY_ASKS);
    const { version = '' } = object;
    const body = {
      v: 1,
      cause: 'sweep',
      refs: [{ bucket: 'update-on', key: KEY, versionId: version }],
    };
    const messages = [run.send('s3', 'objects', body), run.send('s3', 'objects', body)];
    const reader = run.begin('judge-object', ...messages);
    run.call(reader, 'HeadObject', inputOf('update-on', object));
    run.call(reader, 'HeadObject', inputOf('update-on', object));
    run.record(reader, compliant('update-on', object));
    run.end(reader);
    expect(wordsOf(run)).toHaveLength(1);
  });

  it('counts nothing where a call was lost and had to be made again', () => {
    const { run, object, reader } = reading('update-on');
    const call = run.steps.at(-1);
    if (call?.kind !== 'call') throw new Error('no call');
    run.step({ ...call, answered: false });
    run.record(reader, compliant('update-on', object));
    run.end(reader);
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it('catches calls and records about the buckets of the stack', () => {
    const run = createMadeRun();
    const reader = run.begin('judge-object');
    run.call(reader, 'HeadObject', { Bucket: 'sim-audit', Key: KEY });
    run.record(reader, compliant('sim-quarantine', { version: 'v', etag: 'e' }));
    expect(wordsOf(run)).toStrictEqual([
      'the reader called HeadObject in a bucket of the stack',
      'the reader recorded an object in a bucket of the stack',
    ]);
  });
});
