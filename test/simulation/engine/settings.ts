import type { FunctionName, QueueName } from '../steps/step.ts';

export const LEAST_VISIBLE = 180_000; // milliseconds
const LONG = 1_800_000;

export type FunctionSettings = {
  readonly queue: QueueName;
  readonly timeout: number; // milliseconds
  readonly visibility: number; // of its queue, milliseconds
  readonly batch: number;
};

/** As serverless.yml and infra/ deploy them. */
export const FUNCTIONS: Readonly<Record<FunctionName, FunctionSettings>> = {
  'judge-object': { queue: 'objects', timeout: 30_000, visibility: LEAST_VISIBLE, batch: 10 },
  'reencrypt-object': { queue: 'reencrypt', timeout: 30_000, visibility: LEAST_VISIBLE, batch: 10 },
  'copy-object': { queue: 'copy', timeout: 300_000, visibility: LONG, batch: 1 },
  'quarantine-object': { queue: 'quarantine', timeout: 300_000, visibility: LONG, batch: 1 },
  'close-dead-letter': { queue: 'dead', timeout: 30_000, visibility: LEAST_VISIBLE, batch: 10 },
};

export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];
export const MOST_RECEIVES = 5;

export const queueUrl = (queue: QueueName): string => `https://sqs/${queue}`;
export const queueArn = (queue: QueueName): string =>
  `arn:aws:sqs:eu-west-1:111122223333:sim-${queue}`;
export const queueOfUrl = (url: unknown): QueueName =>
  String(url).replace('https://sqs/', '') as QueueName;
