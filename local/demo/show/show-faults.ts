import type { Paint } from '../../../cli/paint.ts';
import type { DemoNumbers } from '../run/demo-result.ts';

type Told = NonNullable<DemoNumbers['faults']>;

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What will go wrong, before it does. */
export const sayFaults = ({ seed }: Pick<Told, 'seed'>): string =>
  `faults by seed ${seed}; what failed is back in its queue after seconds, not minutes`;

/** What went wrong, by kind, and what it left behind. */
export const showFaults = (
  { seed, calls, events, exhausted }: Told,
  { uploadsLeft, copiesLeft }: Pick<DemoNumbers, 'uploadsLeft' | 'copiesLeft'>,
  paint: Paint,
): readonly string[] => [
  paint('bold', `faults, by seed ${seed}`),
  line(total(calls), `attempts at calls of the functions went wrong: ${listed(calls)}`),
  line(
    exhausted,
    'of these calls failed at every attempt, so that what was being done went back to its queue',
  ),
  line(total(events), `S3 events went astray: ${listed(events)}`),
  ...[
    [uploadsLeft, 'uploads left behind, whose ids were lost: see `sealward status`'] as const,
    [copiesLeft, 'older copies in quarantine, below those that were made again'] as const,
  ].flatMap(([count, text]) => (count === 0 ? [] : [line(count, text)])),
];

const line = (count: number, text: string): string => `${String(count).padStart(6)}  ${text}`;
