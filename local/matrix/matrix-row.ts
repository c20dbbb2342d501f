import { setTimeout as delay } from 'node:timers/promises';
import type { Ask, Json } from '../ask.ts';

export type MatrixContext = {
  readonly ask: Ask;
  readonly outputs: Readonly<Record<string, string>>; // of the template's stack
};

/** `as AWS` needs no attention; `differs` is a trap that tests must know; `missing` is not there at all. */
export type Finding = {
  readonly verdict: 'as AWS' | 'differs' | 'missing';
  readonly said: string;
};

export type MatrixRow = {
  readonly area: string;
  readonly question: string;
  readonly answer: (context: MatrixContext) => Promise<Finding>;
};

export const asAws = (said: string): Finding => ({ verdict: 'as AWS', said });
export const differs = (said: string): Finding => ({ verdict: 'differs', said });
export const when = (right: boolean, said: string): Finding =>
  right ? asAws(said) : differs(said);

type Message = { readonly Body: string; readonly ReceiptHandle: string };

/** Takes messages off a queue until there are enough of them or the time is over. */
export const takeMessages = async (
  ask: Ask,
  queue: string | undefined,
  enough: number,
  ms: number,
): Promise<readonly string[]> => {
  const bodies: string[] = [];
  const deadline = Date.now() + ms;
  while (bodies.length < enough && Date.now() < deadline) {
    const { Messages } = (await ask.json('sqs', 'ReceiveMessage', {
      QueueUrl: queue,
      MaxNumberOfMessages: 10,
    })) as unknown as { readonly Messages?: readonly Message[] };
    for (const { Body, ReceiptHandle } of Messages ?? []) {
      bodies.push(Body);
      await ask.json('sqs', 'DeleteMessage', { QueueUrl: queue, ReceiptHandle });
    }
    if (Messages === undefined || Messages.length === 0) await delay(20);
  }
  return bodies;
};

export type Report = {
  readonly bodies: readonly string[];
  readonly receives: readonly number[];
  readonly started: number;
  readonly left: number;
  readonly leftLater: number;
  readonly arn: string;
  readonly node: string;
  readonly env: Readonly<Record<string, string>>;
};

export const takeReports = async (
  { ask, outputs }: MatrixContext,
  enough: number,
  ms: number,
): Promise<readonly Report[]> =>
  (await takeMessages(ask, outputs['Reports'], enough, ms)).map(
    (body) => JSON.parse(body) as Report,
  );

export const sendBodies = async (
  ask: Ask,
  queue: string | undefined,
  bodies: readonly string[],
): Promise<Json> =>
  ask.json('sqs', 'SendMessageBatch', {
    QueueUrl: queue,
    Entries: bodies.map((MessageBody, i) => ({ Id: `m${i}`, MessageBody })),
  });
