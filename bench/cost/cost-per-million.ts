import { PRICES } from './prices.ts';

export type CostLine = {
  readonly item: string;
  readonly count: number; // for one object
  readonly unit: number; // dollars each
  readonly note: string;
};

const MEMORY_GB = 0.5; // serverless.yml: memorySize 512
const HOP = [
  // one message through one queue, sent, received and deleted alone; batches of ten make the last two cheaper
  { item: 'SQS requests', count: 3, unit: PRICES.sqsRequest, note: 'send, receive, delete' },
  { item: 'Lambda requests', count: 1, unit: PRICES.lambdaRequest, note: 'a batch of one' },
  {
    item: 'Lambda GB-seconds',
    count: 0.06 * MEMORY_GB,
    unit: PRICES.lambdaGbSecond,
    note: '60 ms at 512 MB, assumed',
  },
] as const;
const JUDGED = [
  ...HOP,
  { item: 'S3 HEAD', count: 1, unit: PRICES.s3Get, note: 'counted at the wire' },
  {
    item: 'Firehose GB',
    count: 5 / 1024 ** 2,
    unit: PRICES.firehoseGb,
    note: 'one record, counted as 5 KB',
  },
] as const;

/** An upload that is compliant: an event, one HEAD, one record. */
export const COMPLIANT: readonly CostLine[] = [
  { item: 'EventBridge event', count: 1, unit: PRICES.eventBridgeEvent, note: 'opt-in event' },
  ...JUDGED,
];

/** What is added when it has to be re-encrypted in place: the writer's hop, and a second verdict. */
export const FIX: readonly CostLine[] = [
  ...HOP,
  { item: 'S3 UpdateObjectEncryption', count: 1, unit: PRICES.s3Put, note: 'counted at the wire' },
  {
    item: 'KMS requests',
    count: 2,
    unit: PRICES.kmsRequest,
    note: "S3's own on our behalf, assumed; fewer with bucket keys",
  },
  ...JUDGED,
];

/** Dollars for a million objects. */
export const perMillion = (lines: readonly CostLine[]): number =>
  lines.reduce((sum, { count, unit }) => sum + count * unit * 1e6, 0);
