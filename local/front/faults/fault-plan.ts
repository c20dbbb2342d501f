import { draw, pick } from './draw.ts';
import type { CallFault, CallFaultKind, EventFault, Weather } from './fault.ts';

/** SDKs try three times (aws/clients.ts), so three faults in a row exhaust a call. */
export const ATTEMPTS = 3;

/** Batch calls that can succeed for some of their entries: the answer is a 200 that says so. */
export const BATCHES: ReadonlySet<string> = new Set([
  'firehose:PutRecordBatch',
  'sqs:SendMessageBatch',
  'sns:PublishBatch',
]);

export type FaultPlan = {
  readonly seed: number;
  /** What happens to each attempt of the n-th call of an operation, such as `s3:HeadObject`; beyond them, nothing. */
  readonly call: (operation: string, n: number, weather: Weather) => readonly CallFault[];
  readonly event: (n: number) => EventFault; // what happens to the n-th S3 event
};

type Odds = {
  readonly hit: number; // share of calls that anything happens to
  readonly lengths: readonly [number, ...number[]]; // attempts in a row, evenly
};

const ODDS: Readonly<Record<Weather, Odds>> = {
  storm: { hit: 0.3, lengths: [1, 1, 2, ATTEMPTS] },
  fair: { hit: 0.12, lengths: [1, 1, 2] }, // the last attempt always gets through
};

const LATEST = 1_200; // milliseconds: below the functions' own time-out of 3 s, which `answer-lost` stands for

type Kinds = readonly [CallFaultKind, ...CallFaultKind[]];

const kindsFor = (operation: string, weather: Weather): Kinds => {
  const refused: CallFaultKind = operation.startsWith('s3:') ? 'slow-down' : 'throttled';
  const retried: Kinds = [refused, 'internal-error', 'request-lost', 'answer-lost', 'late'];
  // The SDK does not ask again where it could not parse the answer, nor after a 200 that refuses entries.
  return weather === 'storm'
    ? [
        ...retried,
        'corrupted',
        ...(BATCHES.has(operation) ? (['partial', 'partial'] as const) : []),
      ]
    : retried;
};

const toFault = (kind: CallFaultKind, size: number): CallFault => {
  switch (kind) {
    case 'late':
      return { kind, ms: Math.round(100 + size * (LATEST - 100)) };
    case 'partial':
      return { kind, share: size };
    case 'slow-down':
    case 'internal-error':
    case 'throttled':
    case 'request-lost':
    case 'answer-lost':
    case 'corrupted':
      return { kind };
    default:
      return kind satisfies never;
  }
};

const EVENT_HIT = 0.35;
const EVENT_FAULTS: readonly [EventFault['kind'], number, number][] = [
  ['duplicated', 0, 6_000],
  ['delayed', 500, 4_000],
  ['reordered', 50, 700],
  ['dropped', 4_000, 8_000],
];

/**
 * Everything that will go wrong, as data: the same seed gives the same answers. Which object meets the n-th fault of an
 * operation depends on how the functions' calls interleave.
 */
export const faultPlan = (seed: number): FaultPlan => ({
  seed,
  call: (operation, n, weather) => {
    const [hits = 1, which = 0, long = 0, ...sizes] = draw(seed, operation, n, weather);
    const { hit, lengths } = ODDS[weather];
    if (hits >= hit) return [];
    const kinds = kindsFor(operation, weather);
    const first = Math.floor(which * kinds.length);
    // one call's attempts fail in different ways: refused, then done and lost
    return Array.from({ length: pick(lengths, long) }, (_, attempt) =>
      toFault(kinds[(first + attempt) % kinds.length] ?? kinds[0], sizes[attempt] ?? 0),
    );
  },
  event: (n) => {
    const [hits = 1, which = 0, size = 0] = draw(seed, 'event', n);
    const [kind, least, most] = EVENT_FAULTS[Math.floor(which * EVENT_FAULTS.length)] ?? ['none'];
    if (hits >= EVENT_HIT || kind === 'none') return { kind: 'none' };
    const from = least ?? 0;
    return { kind, ms: Math.round(from + size * ((most ?? from) - from)) };
  },
});
