import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { MadeRecord } from '../ledger/made-record.ts';
import type { MadeRun } from '../ledger/made-run.ts';
import { createMadeRun } from '../ledger/made-run.ts';
import { compliant, inputOf, type Put, put, read, UNDER_MAIN } from '../ledger/made-object.ts';
import { UNREAD } from './unread.ts';

const wordsOf = (run: MadeRun): readonly string[] => run.watch(UNREAD).map(({ words }) => words);

const indeterminate = (
  bucket: string,
  { version }: Put,
  cause: MadeRecord['cause'],
): MadeRecord => ({
  trigger: { cause: 'sweep' },
  bucket,
  version,
  kind: 'indeterminate',
  verdict: 'indeterminate',
  ...(cause !== undefined && { cause }),
});

const denied = (operation: string, bucket = 'exempt-on') => {
  const run = createMadeRun();
  const object = put(run, bucket);
  run.user('DenyRequests', { Bucket: bucket, Operations: [operation] }, 'model');
  return { run, object, reader: read(run, bucket, object) };
};

const alert = (run: MadeRun, by: ReturnType<typeof read>, uid: string): void => {
  const body = `severity: high\nrecord:   ${uid}`;
  run.step({
    kind: 'alerted',
    at: run.now(),
    by,
    alerts: [{ subject: 's', body, attributes: {} }],
  });
};

describe('what could not be read is indeterminate', () => {
  it('finds nothing where a denied HEAD is recorded and alerted', () => {
    const { run, object, reader } = denied('HeadObject');
    const [record] = run.record(reader, indeterminate('exempt-on', object, 'access-denied'));
    alert(run, reader, record?.metadata.uid ?? '');
    run.end(reader);
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it.each([
    ['compliant', { kind: 'compliant', verdict: 'compliant' }],
    ['exempt', { kind: 'exempt', verdict: 'exempt' }],
    ['a violation', { kind: 'violation', verdict: 'violation' }],
    ['gone', { kind: 'gone', verdict: 'gone' }],
    ['indeterminate for another reason', { cause: 'wrong-region' }],
  ] as const)('catches a denied HEAD that is called %s', (_what, instead) => {
    const { run, object, reader } = denied('HeadObject');
    run.record(reader, { ...indeterminate('exempt-on', object, 'access-denied'), ...instead });
    expect(wordsOf(run)).toHaveLength(1);
  });

  it('catches an object that is there and called gone, and one that was never read', () => {
    const run = createMadeRun();
    const object = put(run, 'update-on');
    const { version } = object;
    run.record(read(run, 'update-on', object), {
      bucket: 'update-on',
      version,
      kind: 'gone',
      verdict: 'gone',
    });
    run.record(run.begin('judge-object'), compliant('update-on', object));
    expect(wordsOf(run)).toStrictEqual([
      expect.stringContaining('it is there'),
      expect.stringContaining('without a HEAD'),
    ]);
  });

  it('takes a missing version and a delete marker as gone', () => {
    const run = createMadeRun();
    const object = put(run, 'update-on');
    run.user('DeleteObject', inputOf('update-on', object));
    const { version } = object;
    const reader = read(run, 'update-on', object);
    run.record(reader, { bucket: 'update-on', version, kind: 'gone', verdict: 'gone' });
    expect(wordsOf(run)).toStrictEqual([]);
  });

  it('catches a verdict under a rule whose tags could not be read, and takes that as a cause', () => {
    const { run, object, reader } = denied('GetObjectTagging', 'tagged-on');
    run.call(reader, 'GetObjectTagging', inputOf('tagged-on', object));
    const [record] = run.record(reader, indeterminate('tagged-on', object, 'tags-unreadable'));
    alert(run, reader, record?.metadata.uid ?? '');
    expect(wordsOf(run)).toStrictEqual([]);
    run.record(reader, compliant('tagged-on', object));
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('could not be read')]);
  });

  it('catches an object called compliant whose key nobody could look at', () => {
    const run = createMadeRun();
    const kms = {
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: (UNDER_MAIN as { keyArn: string }).keyArn,
    };
    const object = put(run, 'report-on', kms);
    run.record(read(run, 'report-on', object), compliant('report-on', object));
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('could not be read')]);
  });

  it('catches one that nobody was alerted of', () => {
    const { run, object, reader } = denied('HeadObject');
    run.record(reader, indeterminate('exempt-on', object, 'access-denied'));
    run.end(reader);
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('nobody was alerted')]);
  });

  it('catches judgements of whoever reads nothing', () => {
    const run = createMadeRun();
    const object = put(run, 'update-on');
    run.record(run.begin('close-dead-letter'), compliant('update-on', object));
    run.record(run.begin('copy-object'), compliant('update-on', object));
    expect(wordsOf(run)).toHaveLength(2);
  });

  it('tells an SSE-C object from a bad request by a second HEAD', () => {
    const run = createMadeRun();
    const customerKey = (byte: number) => {
      const key = Buffer.alloc(32, byte);
      return {
        SSECustomerAlgorithm: 'AES256',
        SSECustomerKey: key.toString('base64'),
        SSECustomerKeyMD5: createHash('md5').update(key).digest('base64'),
      };
    };
    const Rules = [
      {
        ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' },
        BlockedEncryptionTypes: { EncryptionType: ['NONE'] },
      },
    ];
    const ServerSideEncryptionConfiguration = { Rules };
    run.user('PutBucketEncryption', { Bucket: 'update-on', ServerSideEncryptionConfiguration });
    const object = put(run, 'update-on', customerKey(1));
    const record = {
      bucket: 'update-on',
      version: object.version,
      kind: 'violation',
      verdict: 'violation',
      encryption: { kind: 'sse-c' },
    } as const;
    const reader = read(run, 'update-on', object);
    run.record(reader, record);
    expect(wordsOf(run)).toStrictEqual([expect.stringContaining('could not be read')]);
    run.call(reader, 'HeadObject', { ...inputOf('update-on', object), ...customerKey(2) });
    run.record(reader, record);
    expect(wordsOf(run)).toHaveLength(1);
  });
});
