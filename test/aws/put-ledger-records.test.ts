import {
  FirehoseClient,
  PutRecordBatchCommand,
  type PutRecordBatchCommandInput,
  type PutRecordBatchCommandOutput,
} from '@aws-sdk/client-firehose';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { createPutLedgerRecords } from '../../aws/put-ledger-records.ts';
import type { LedgerRecord } from '../../core/ledger/ledger-record.ts';
import { serialiseRecord } from '../../core/ledger/serialise-record.ts';
import { verdictRecord } from '../../core/ledger/verdict-record.ts';
import { COMPLIANT, CONTEXT, makeInput, VIOLATION } from '../core/ledger/make-input.ts';

const firehose = mockClient(FirehoseClient);
const pauses: number[] = [];
const put = createPutLedgerRecords({
  firehose: new FirehoseClient({ region: 'eu-west-1' }),
  streamName: 'ledger',
  pause: async (ms) => {
    pauses.push(ms);
  },
});

const recordOf = (sequencer: string, expected = ['aws:kms']): LedgerRecord =>
  verdictRecord(
    makeInput({ ...VIOLATION, expected }, { ref: { bucket: 'b', key: 'k', sequencer } }),
    CONTEXT,
  );
const recordsOf = (count: number) => Array.from({ length: count }, (_, at) => recordOf(`${at}`));

const lines = (input: PutRecordBatchCommandInput): string[] =>
  (input.Records ?? []).map(({ Data }) => Buffer.from(Data ?? '').toString());
const calls = (): PutRecordBatchCommandInput[] =>
  firehose.commandCalls(PutRecordBatchCommand).map(({ args }) => args[0].input);

/** Takes every line but those that `refuses` names. */
const answer =
  (refuses: (line: string) => boolean) =>
  (input: PutRecordBatchCommandInput): Partial<PutRecordBatchCommandOutput> => {
    const answers = lines(input).map((line, at) =>
      refuses(line)
        ? { ErrorCode: 'ServiceUnavailableException', ErrorMessage: 'slow down' }
        : { RecordId: `r${at}` },
    );
    return {
      FailedPutCount: answers.filter(({ ErrorCode }) => ErrorCode !== undefined).length,
      RequestResponses: answers,
    };
  };
const failing = (name: string, httpStatusCode: number): Error =>
  Object.assign(new Error('words'), { name, $metadata: { httpStatusCode } });

beforeEach(() => {
  firehose.reset();
  firehose.onAnyCommand().rejects('unstubbed call');
  pauses.length = 0;
});

describe('createPutLedgerRecords', () => {
  it('writes nothing where there is nothing', async () => {
    await expect(put([])).resolves.toEqual(new Set());
    expect(calls()).toEqual([]);
  });

  it('writes one line for each record to the stream', async () => {
    firehose.on(PutRecordBatchCommand).callsFake(answer(() => false));
    const records = recordsOf(2);
    await expect(put(records)).resolves.toEqual(new Set());
    expect(calls()[0]?.DeliveryStreamName).toBe('ledger');
    expect(calls().map(lines)).toEqual([records.map(serialiseRecord)]);
    expect(pauses).toEqual([]);
  });

  it('writes at most 500 records in a call', async () => {
    firehose.on(PutRecordBatchCommand).callsFake(answer(() => false));
    const records = recordsOf(1001);
    await expect(put(records)).resolves.toEqual(new Set());
    expect(calls().map((input) => lines(input).length)).toEqual([500, 500, 1]);
    expect(calls().flatMap(lines)).toEqual(records.map(serialiseRecord));
  });

  it('writes at most 4 MiB of base64 in a call', async () => {
    firehose.on(PutRecordBatchCommand).callsFake(answer(() => false));
    const long = Array.from({ length: 100 }, () => 'x'.repeat(8000));
    const record = recordOf('1');
    const big = { ...record, compliance: { ...record.compliance, requirements: long } };
    await expect(put([big, big, big, big, big])).resolves.toEqual(new Set());
    expect(calls().map((input) => lines(input).length)).toEqual([3, 2]);
  });

  it('writes again only what was not taken, after a pause', async () => {
    let refusals = 2;
    firehose
      .on(PutRecordBatchCommand)
      .callsFake(answer((line) => line.includes('"sequencer":"1"') && refusals-- > 0));
    const records = recordsOf(3);
    await expect(put(records)).resolves.toEqual(new Set());
    const [, one] = records.map(serialiseRecord);
    expect(calls().map(lines).slice(1)).toEqual([[one], [one]]);
    expect(pauses).toHaveLength(2);
  });

  it('names what was not taken in four tries, and goes on with the rest', async () => {
    firehose
      .on(PutRecordBatchCommand)
      .callsFake(answer((line) => /"sequencer":"(0|3)"/.test(line)));
    const records = recordsOf(501);
    await expect(put(records)).resolves.toEqual(new Set([0, 3]));
    expect(calls().map((input) => lines(input).length)).toEqual([500, 2, 2, 2, 1]);
    expect(pauses).toHaveLength(3);
    pauses.forEach((ms, at) => {
      expect(ms).toBeGreaterThanOrEqual(50 * 2 ** at);
      expect(ms).toBeLessThan(150 * 2 ** at);
    });
  });

  it.each([
    ['says nothing about a record', []],
    ['contradicts itself', [{ RecordId: 'r0', ErrorCode: 'InternalFailure' }]],
  ])('does not believe an answer that %s', async (_title, answers) => {
    firehose.on(PutRecordBatchCommand).resolves({ FailedPutCount: 0, RequestResponses: answers });
    await expect(put(recordsOf(1))).resolves.toEqual(new Set([0]));
  });

  it.each([
    ['is unavailable', failing('ServiceUnavailableException', 503)],
    ['throttles', failing('ThrottlingException', 400)],
  ])('names all that is left where Firehose %s', async (_title, error) => {
    firehose
      .on(PutRecordBatchCommand)
      .callsFakeOnce(answer(() => false))
      .rejects(error);
    await expect(put(recordsOf(502))).resolves.toEqual(new Set([500, 501]));
    expect(calls()).toHaveLength(2);
  });

  it('throws what no retry would mend', async () => {
    firehose.on(PutRecordBatchCommand).rejects(failing('ResourceNotFoundException', 400));
    await expect(put(recordsOf(1))).rejects.toThrow('words');
  });

  it('is loud about a record that is too big, and writes nothing', async () => {
    const record = verdictRecord(makeInput(COMPLIANT), CONTEXT);
    const long = Array.from({ length: 200 }, () => 'x'.repeat(8000));
    const huge = { ...record, compliance: { ...record.compliance, requirements: long } };
    await expect(put([record, huge])).rejects.toThrow('Firehose takes at most');
    expect(calls()).toEqual([]);
  });
});
