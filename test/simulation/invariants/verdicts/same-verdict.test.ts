import { describe, expect, it } from '@jest/globals';
import type { KeyArn } from '../../../../core/keys/key-arn.ts';
import { SCENARIO } from '../../scenario/make-scenario.ts';
import { AS_POLICY_ASKS, compliant, inputOf, put, read, violating } from '../ledger/made-object.ts';
import type { MadeRecord } from '../ledger/made-record.ts';
import { createMadeRun, type MadeRun } from '../ledger/made-run.ts';
import { SAME_VERDICT } from './same-verdict.ts';

const { alike, old } = SCENARIO.keys;
const wordsOf = (run: MadeRun): readonly string[] =>
  run.watch(SAME_VERDICT).map(({ words }) => words);

/** One object that is put, read and recorded; what is found of it. */
const judged = (
  bucket: string,
  input: object,
  change: (record: MadeRecord) => MadeRecord,
  before?: (run: MadeRun) => void,
): readonly string[] => {
  const run = createMadeRun();
  before?.(run);
  const object = put(run, bucket, input);
  const reader = read(run, bucket, object);
  if (bucket.startsWith('tagged')) run.call(reader, 'GetObjectTagging', inputOf(bucket, object));
  if (bucket.startsWith('report')) {
    for (const name of ['DescribeKey', 'GetKeyRotationStatus']) {
      run.call(reader, name, { KeyId: SCENARIO.keys.main }, 'kms');
    }
  }
  const made =
    'ServerSideEncryption' in input ? compliant(bucket, object) : violating(bucket, object);
  run.record(reader, { ...change(made), time: SCENARIO.startedAt });
  return wordsOf(run);
};

const as =
  (change: Partial<MadeRecord>) =>
  (record: MadeRecord): MadeRecord => ({ ...record, ...change });
const kms = (keyArn: string, bucketKey: boolean) =>
  ({ kind: 'sse-kms', keyArn: keyArn as KeyArn, bucketKey }) as const;
const under = (key: string, bucketKey = true) => ({
  ServerSideEncryption: 'aws:kms',
  SSEKMSKeyId: key,
  BucketKeyEnabled: bucketKey,
});
const fails = (
  rule: string,
  requirement: string,
  encryption: MadeRecord['encryption'],
): Partial<MadeRecord> => ({
  kind: 'violation',
  verdict: 'violation',
  rule,
  requirement,
  ...(encryption && { encryption }),
});
const exempted = { kind: 'exempt', verdict: 'exempt', exemption: 'vendor' } as const;

describe('same facts, same policy: same verdict', () => {
  it.each([
    ['update', AS_POLICY_ASKS, {}],
    ['update', {}, {}],
    ['update', under(alike), fails('update', 'kms-key', kms(alike, true))],
    [
      'update',
      under(SCENARIO.keys.main, false),
      fails('update', 'bucket-key', kms(SCENARIO.keys.main, false)),
    ],
    ['copy', under(SCENARIO.keys.main, false), { encryption: kms(SCENARIO.keys.main, false) }],
    ['dual', AS_POLICY_ASKS, fails('dual', 'encryption', kms(SCENARIO.keys.main, true))],
    ['move', under(old), fails('move', 'kms-key', kms(old, true))],
    ['report', AS_POLICY_ASKS, {}],
    ['tagged', { Tagging: 'team=pay' }, {}],
    ['tagged', {}, { kind: 'compliant', verdict: 'compliant', rule: 'defaults' }],
    ['exempt', {}, exempted],
  ] as const)(
    'finds nothing in a `%s` bucket where the verdict is right: %j',
    (family, input, change) => {
      expect(judged(`${family}-on`, input, as(change))).toStrictEqual([]);
    },
  );

  it.each([
    [
      'compliant without a bucket key',
      'update',
      under(SCENARIO.keys.main, false),
      { encryption: kms(SCENARIO.keys.main, false) },
    ],
    ['a key whose ARN begins alike', 'update', under(alike), { encryption: kms(alike, true) }],
    ['SSE-S3 as compliant', 'update', {}, { kind: 'compliant', verdict: 'compliant' }],
    ['DSSE where only that will do', 'dual', AS_POLICY_ASKS, {}],
    ['an exemption of another family', 'update', {}, exempted],
    ['no exemption', 'exempt', {}, {}],
    ['another rule', 'update', AS_POLICY_ASKS, { rule: 'copy' }],
    ['another requirement', 'update', {}, { requirement: 'kms-key' }],
    [
      'tags overlooked',
      'tagged',
      { Tagging: 'team=pay' },
      { kind: 'compliant', verdict: 'compliant', rule: 'defaults' },
    ],
    ['another ETag', 'update', AS_POLICY_ASKS, { etag: 'another' }],
    ['another encryption', 'update', AS_POLICY_ASKS, { encryption: kms(old, true) }],
    ['another policy', 'update', AS_POLICY_ASKS, { policyHash: 'another' }],
  ] as const)('catches %s', (_what, family, input, change) => {
    expect(judged(`${family}-on`, input, as(change))).toHaveLength(1);
  });

  it('catches a key that is no longer rotated', () => {
    const stop = (run: MadeRun): void =>
      void run.user('DisableKeyRotation', { KeyId: SCENARIO.keys.main }, 'kms');
    expect(judged('report-on', AS_POLICY_ASKS, as({}), stop)).toHaveLength(1);
    const right = as(fails('report', 'key-rotation', kms(SCENARIO.keys.main, true)));
    expect(judged('report-on', AS_POLICY_ASKS, right, stop)).toStrictEqual([]);
  });

  it('catches an exemption that never ends', () => {
    const run = createMadeRun();
    run.pass(2 * 24 * 3_600_000);
    const object = put(run, 'exempt-on');
    run.record(read(run, 'exempt-on', object), { ...violating('exempt-on', object), ...exempted });
    expect(wordsOf(run)).toHaveLength(1);
  });

  it('catches a record that is dated when it was written, or long before', () => {
    for (const time of [SCENARIO.startedAt + 3_600_000, SCENARIO.startedAt - 3_600_000]) {
      const run = createMadeRun();
      const object = put(run, 'update-on');
      run.record(read(run, 'update-on', object), { ...violating('update-on', object), time });
      expect(wordsOf(run)).toStrictEqual([expect.stringContaining('has another time')]);
    }
  });
});
