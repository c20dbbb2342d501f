import type { Alert } from '../../../core/alerts/alert.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { Invocation, Step } from '../steps/step.ts';
import type { Choices } from './choices.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Queues } from './queues.ts';
import { queueOfUrl } from './settings.ts';
import type { Input } from './simulated-s3.ts';

type Parts = {
  readonly clock: Clock;
  readonly choices: Choices;
  readonly faults: Faults;
  readonly queues: Queues;
  readonly see: (step: Step) => void;
};

type Message = {
  readonly Id: string;
  readonly MessageBody: string;
  readonly DelaySeconds?: number;
};
type Publication = {
  readonly Id: string;
  readonly Subject: string;
  readonly Message: string;
  readonly MessageAttributes: Readonly<Record<string, { readonly StringValue: string }>>;
};

const notTaken = ({ Id }: { readonly Id: string }) => ({
  Id,
  Code: 'InternalError',
  SenderFault: false,
});

const toAlert = ({ Subject, Message: body, MessageAttributes }: Publication): Alert => ({
  subject: Subject,
  body,
  attributes: Object.fromEntries(
    Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]),
  ),
});

/** SQS, SNS and Firehose: what they take of a batch, all of it or, `partly`, all but one. */
export const createBatches = ({ clock, choices, faults, queues, see }: Parts) => {
  const records: LedgerRecord[] = [];

  const split = <Entry>(entries: readonly Entry[], partly: boolean) => {
    const lost = partly ? choices.choose(entries.length) : -1;
    return {
      taken: entries.filter((_, index) => index !== lost),
      left: entries.filter((_, index) => index === lost),
    };
  };

  const send = (input: Input, by: Invocation, partly: boolean): Input => {
    const { taken, left } = split(input['Entries'] as readonly Message[], partly);
    const queue = queueOfUrl(input['QueueUrl']);
    const Successful = taken.map(({ Id, MessageBody, DelaySeconds = 0 }) => {
      const message = queues.send(queue, MessageBody, clock.now(), DelaySeconds * 1_000);
      see({ kind: 'sent', at: clock.now(), by, message });
      if (faults.rarely(3)) queues.put(queue, message, clock.now()); // delivered twice
      return { Id, MessageId: message.id };
    });
    return { Successful, Failed: left.map(notTaken) };
  };

  const publish = (input: Input, by: Invocation, partly: boolean): Input => {
    const entries = input['PublishBatchRequestEntries'] as readonly Publication[];
    const { taken, left } = split(entries, partly);
    see({ kind: 'alerted', at: clock.now(), by, alerts: taken.map(toAlert) });
    return { Successful: taken.map(({ Id }) => ({ Id })), Failed: left.map(notTaken) };
  };

  const record = (input: Input, by: Invocation, partly: boolean): Input => {
    const given = input['Records'] as readonly { readonly Data: Uint8Array }[];
    const { taken } = split(given, partly);
    const lines = taken.map(({ Data }) => Buffer.from(Data).toString('utf8'));
    const durable = lines.map((line) => JSON.parse(line) as LedgerRecord);
    records.push(...durable);
    if (lines.length > 0) see({ kind: 'recorded', at: clock.now(), by, lines, records: durable });
    return {
      FailedPutCount: given.length - taken.length,
      RequestResponses: given.map((one, index) =>
        taken.includes(one)
          ? { RecordId: `f${index}` }
          : { ErrorCode: 'ServiceUnavailable', ErrorMessage: 'Slow down.' },
      ),
    };
  };

  return { send, publish, record, records: records as readonly LedgerRecord[] };
};

export type Batches = ReturnType<typeof createBatches>;
