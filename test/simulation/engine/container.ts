import type { SQSEvent } from 'aws-lambda';
import type { Delivery, FailedIds } from '../../../app/message.ts';
import { assembleCloseDeadLetter } from '../../../runtime/wire-close-dead-letter.ts';
import { assembleCopyObject } from '../../../runtime/wire-copy-object.ts';
import { assembleJudgeObject } from '../../../runtime/wire-judge-object.ts';
import { assembleQuarantineObject } from '../../../runtime/wire-quarantine-object.ts';
import { assembleReencryptObject } from '../../../runtime/wire-reencrypt-object.ts';
import type { Parts, Clients } from '../../../runtime/parts.ts';
import { toBatchResponse, toMessages } from '../../../runtime/sqs-batch.ts';
import type { FunctionName, Invocation } from '../steps/step.ts';
import type { Deployment } from './deployments.ts';
import type { Held } from './queues.ts';
import { queueArn } from './settings.ts';

type Handle = (event: SQSEvent, timeLeft: () => number) => Promise<ReadonlySet<string>>;

type Use = (messages: readonly Delivery[], timeLeft: () => number) => Promise<FailedIds>;

const ASSEMBLE: Readonly<Record<FunctionName, (parts: Parts<keyof Clients>) => Use>> = {
  'judge-object': assembleJudgeObject,
  'reencrypt-object': assembleReencryptObject,
  'copy-object': assembleCopyObject,
  'quarantine-object': assembleQuarantineObject,
  'close-dead-letter': assembleCloseDeadLetter,
};

/** A function as its handler runs it: events in, ids of what must come again out. */
export const createHandle = (name: FunctionName, parts: Parts<keyof Clients>): Handle => {
  const use = ASSEMBLE[name](parts);
  return async (event, timeLeft) => {
    const { batchItemFailures } = toBatchResponse(await use(toMessages(event), timeLeft));
    return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  };
};

/** What Lambda hands over of a batch. */
export const toSqsEvent = (held: readonly Held[]): SQSEvent => ({
  Records: held.map(({ message: { id, body, queue, receiveCount } }) => ({
    messageId: id,
    receiptHandle: id,
    body,
    attributes: {
      ApproximateReceiveCount: String(receiveCount),
      SentTimestamp: '0',
      SenderId: '',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn(queue),
    awsRegion: 'eu-west-1',
  })),
});

export type Container = {
  readonly function: FunctionName;
  readonly skew: number; // milliseconds that its clock goes wrong
  readonly deployment: Deployment; // what it was started from
  readonly handle: Handle;
  alive: boolean;
  at:
    | { readonly invocation: Invocation; readonly held: readonly Held[]; readonly endsAt: number }
    | undefined;
};
