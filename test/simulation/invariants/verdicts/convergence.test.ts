import { describe, expect, it } from '@jest/globals';
import type { KeyArn } from '../../../../core/keys/key-arn.ts';
import { SCENARIO } from '../../scenario/make-scenario.ts';
import {
  AS_POLICY_ASKS,
  compliant,
  inputOf,
  mend,
  type Put,
  put,
  read,
  violating,
} from '../ledger/made-object.ts';
import { KEY, type MadeRecord } from '../ledger/made-record.ts';
import { createMadeRun, type MadeRun } from '../ledger/made-run.ts';
import { CONVERGENCE } from './convergence.ts';

const wordsOf = (run: MadeRun): readonly string[] =>
  run.watch(CONVERGENCE).map(({ words }) => words);

const judge = (run: MadeRun, bucket: string, object: Put, record: MadeRecord): void => {
  const reader = read(run, bucket, object);
  run.record(reader, record);
  run.end(reader);
};

const planned = (plan: MadeRecord['plan']): Partial<MadeRecord> => ({ ...(plan && { plan }) });
const reported = (reason: string): Partial<MadeRecord> =>
  planned({ kind: 'report', reason } as MadeRecord['plan']);

/** What is found of one object that is put, and last judged like this. */
const ended = (
  bucket: string,
  input: object,
  change: Partial<MadeRecord>,
  during?: (run: MadeRun, object: Put) => void,
) => {
  const run = createMadeRun();
  const object = put(run, bucket, input);
  during?.(run, object);
  judge(run, bucket, object, { ...violating(bucket, object), ...change });
  return wordsOf(run);
};

const FOREIGN = SCENARIO.keys.foreign as KeyArn;
const underForeign: Partial<MadeRecord> = {
  encryption: { kind: 'sse-kms', keyArn: FOREIGN, bucketKey: false },
  requirement: 'kms-key',
};

describe('whatever happens in whatever order, the end is the same', () => {
  it('finds nothing where a violation was mended', () => {
    const run = createMadeRun();
    mend(run, 'update-on', put(run, 'update-on'));
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it('finds nothing where a user deleted the object since', () => {
    const run = createMadeRun();
    const object = put(run, 'update-on', AS_POLICY_ASKS);
    judge(run, 'update-on', object, compliant('update-on', object));
    run.user('DeleteObject', inputOf('update-on', object));
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it('catches an object that was named and never judged', () => {
    const run = createMadeRun();
    read(run, 'update-on', put(run, 'update-on'));
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('was named and never judged')]);
  });

  it('asks nothing of an object that nobody named', () => {
    const run = createMadeRun();
    put(run, 'update-on');
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it('catches a last word that is about older bytes', () => {
    const run = createMadeRun();
    const older = put(run, 'update-off', AS_POLICY_ASKS);
    judge(run, 'update-off', older, compliant('update-off', older));
    put(run, 'update-off');
    run.send('s3', 'objects', { v: 1, cause: 'sweep', refs: [{ bucket: 'update-off', key: KEY }] });
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('is not as the last record says')]);
  });

  it('takes an object that was staged without an event for what it is', () => {
    const run = createMadeRun();
    const older = put(run, 'update-off', AS_POLICY_ASKS);
    judge(run, 'update-off', older, compliant('update-off', older));
    const input = { Bucket: 'update-off', Key: KEY, Body: Buffer.from('x') };
    run.user('PutUnencryptedObject', input, 'model');
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it('catches a version that is there and was last said to be gone', () => {
    const run = createMadeRun();
    const object = put(run, 'update-off', AS_POLICY_ASKS);
    run.user('DeleteObject', inputOf('update-off', object));
    judge(run, 'update-off', object, {
      bucket: 'update-off',
      kind: 'gone',
      verdict: 'gone',
      deleteMarker: false,
    });
    put(run, 'update-off', AS_POLICY_ASKS);
    run.send('s3', 'objects', { v: 1, cause: 'sweep', refs: [{ bucket: 'update-off', key: KEY }] });
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('was last said to be gone')]);
  });

  it.each([
    [
      'it was ordered, and nothing came of it',
      planned({ kind: 'order', order: 'update-encryption', intentId: 'i', sent: 'sent' }),
    ],
    [
      'the stack enforces',
      planned({ kind: 'order', order: 'update-encryption', intentId: 'i', sent: 'observe' }),
    ],
    [
      'every stack updates',
      planned({ kind: 'order', order: 'update-encryption', intentId: 'i', sent: 'not-enabled' }),
    ],
    [
      'no order came back',
      planned({ kind: 'order', order: 'update-encryption', intentId: 'i', sent: 'tried' }),
    ],
    ['the policy says to mend it', reported('policy-says-report')],
    ['no copy is needed', reported('needs-copy')],
    ['nothing locks it', reported('object-lock')],
    ['it is current', reported('not-current')],
    ['it has no key', reported('source-key-not-listed')],
    ['nobody touched a key', reported('target-key-unusable')],
    ['nothing replicates it', reported('would-break-replication')],
    ['nobody explains it', {}],
  ])('catches what still violates although %s', (_why, change) => {
    expect(ended('update-on', {}, change)).toStrictEqual([
      expect.stringContaining('nothing says why'),
    ]);
  });

  it('catches an update that was refused by nobody', () => {
    const plan = {
      kind: 'order',
      order: 'update-encryption',
      intentId: 'i',
      sent: 'tried',
    } as const;
    const closes = {
      intentId: 'i',
      rule: 'update',
      outcome: 'refused',
      code: 'AccessDenied',
    } as const;
    expect(ended('update-on', {}, { kind: 'refused', plan, closes })).toHaveLength(1);
  });

  it('takes what is true for a reason', () => {
    expect(ended('report-on', {}, reported('policy-says-report'))).toStrictEqual([]);
    const key = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: FOREIGN };
    const unlisted = { ...underForeign, ...reported('source-key-not-listed') };
    expect(ended('update-on', key, unlisted)).toStrictEqual([]);
    const lock = (run: MadeRun, object: Put): void =>
      void run.user('PutObjectLegalHold', {
        ...inputOf('update-on-lock', object),
        LegalHold: { Status: 'ON' },
      });
    expect(ended('update-on-lock', {}, reported('object-lock'), lock)).toStrictEqual([]);
    const newer = (run: MadeRun): void => void put(run, 'copy-on', AS_POLICY_ASKS);
    expect(ended('copy-on', {}, reported('not-current'), newer)).toStrictEqual([]);
  });

  it('takes tags that a user wrote after the last reading for the end of it', () => {
    const run = createMadeRun();
    const object = put(run, 'tagged-on', AS_POLICY_ASKS);
    judge(run, 'tagged-on', object, { ...compliant('tagged-on', object), rule: 'defaults' });
    expect(wordsOf(run)).toStrictEqual([]);
    const Tagging = { TagSet: [{ Key: 'team', Value: 'pay' }] };
    run.user('PutObjectTagging', { ...inputOf('tagged-on', object), Tagging });
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it('catches a verdict that the final state does not bear out', () => {
    expect(ended('update-on', {}, { kind: 'compliant', verdict: 'compliant' })).toStrictEqual([
      expect.stringContaining('was last judged as `compliant`'),
    ]);
  });

  it('catches an older reading with a later time, and calls a clock that goes wrong a window', () => {
    const at = (minutes: number): readonly { readonly kind: string; readonly words: string }[] => {
      const run = createMadeRun();
      const object = put(run, 'update-on');
      const time = run.now() + minutes * 60_000;
      judge(run, 'update-on', object, { ...violating('update-on', object), time });
      mend(run, 'update-on', object);
      return run.watch(CONVERGENCE);
    };
    expect(at(0)).toStrictEqual([]);
    expect(at(1)).toStrictEqual([
      { kind: 'window', invariant: 8, words: 'clocks-of-two-containers' },
    ]);
    expect(at(10)).toMatchObject([
      { kind: 'violation', words: 'an older reading has the later time' },
    ]);
  });
});
