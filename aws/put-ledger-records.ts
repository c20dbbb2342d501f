import { type FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { type AnyRecord, serialiseRecord } from '../core/ledger/serialise-record.ts';
import { isPassingFailure } from './is-passing-failure.ts';
import { toBatches } from './to-batches.ts';

// 500 records and 4 MiB: https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html
// The page does not say whether those 4 MiB are counted before or after base64: 3 MiB are 4 MiB after it.
const LIMITS = { mostItems: 500, mostBytes: 3 * 1024 ** 2 };
const TRIES = 4;
const FIRST_PAUSE = 100; // milliseconds

type Line = { readonly index: number; readonly data: Buffer; readonly bytes: number };

/**
 * Writes records to the ledger's stream. Answers the indexes of those that are NOT durable; what is answered here
 * may be there all the same, and writing it again is harmless, because a record's id stays the same.
 */
export const createPutLedgerRecords =
  ({
    firehose,
    streamName,
    pause,
  }: {
    readonly firehose: FirehoseClient;
    readonly streamName: string;
    readonly pause: (ms: number) => Promise<void>;
  }) =>
  async (records: readonly AnyRecord[]): Promise<ReadonlySet<number>> => {
    const missing = new Map(records.map(toLine).map((line) => [line.index, line]));
    for (const batch of toBatches([...missing.values()], LIMITS)) {
      let left = batch;
      for (let tried = 0; left.length > 0 && tried < TRIES; tried += 1) {
        if (tried > 0) {
          await pause(FIRST_PAUSE * 2 ** (tried - 1) * (0.5 + Math.random())); // not all containers at once
        }
        const taken = await putBatch(firehose, streamName, left);
        if (taken === 'unavailable') {
          return new Set(missing.keys()); // the SDK has tried for long: what is left goes back to its queue
        }
        taken.forEach(({ index }) => missing.delete(index));
        left = left.filter(({ index }) => missing.has(index));
      }
    }
    return new Set(missing.keys());
  };

const toLine = (record: AnyRecord, index: number): Line => {
  const data = Buffer.from(serialiseRecord(record));
  return { index, data, bytes: data.length };
};

/** The lines that Firehose took. It answers 200 also where it took only some, or none. */
const putBatch = async (
  firehose: FirehoseClient,
  streamName: string,
  lines: readonly Line[],
): Promise<readonly Line[] | 'unavailable'> => {
  try {
    const { RequestResponses: answers = [] } = await firehose.send(
      new PutRecordBatchCommand({
        DeliveryStreamName: streamName,
        Records: lines.map(({ data }) => ({ Data: data })),
      }),
    );
    return lines.filter((_, at) => {
      const answer = answers[at]; // in the order of the request
      return answer?.RecordId !== undefined && answer.ErrorCode === undefined;
    });
  } catch (error) {
    if (isPassingFailure(error)) {
      return 'unavailable';
    }
    throw error;
  }
};
