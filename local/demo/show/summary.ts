import type { Paint } from '../../../cli/paint.ts';
import { showText } from '../../../core/show-text.ts';
import { type DemoResult, isAsExpected } from '../run/demo-result.ts';
import { showFaults } from './show-faults.ts';
import { explainBecause } from './why.ts';

const MOST_PROBLEMS = 20;

const plural = (count: number, one: string): string =>
  `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

const endings = ({ numbers }: DemoResult): readonly (readonly [number, string])[] =>
  (
    [
      [numbers.reencrypted, 're-encrypted in place'],
      [numbers.copied, 'copied onto themselves, since nothing else could mend them'],
      [numbers.isolated, 'isolated by a tag, which the policies of their buckets look for'],
      [numbers.quarantined, 'moved into the quarantine bucket'],
      [numbers.released, 'of these put back again, by a person'],
      [numbers.compliant, 'left alone: they met their rule'],
      [numbers.reported, 'reported, and not touched'],
      [numbers.exempt, 'exempt'],
      [numbers.indeterminate, 'indeterminate: could not be read, so never called compliant'],
      [numbers.gone, 'gone before they were judged'],
      [numbers.unsettled, 'WITHOUT a final verdict'],
    ] as const
  ).filter(([count]) => count > 0);

const reasons = ({ cases }: DemoResult): readonly string[] => {
  const all = new Map<string, string>();
  for (const { ending, detail } of cases.flatMap(({ uploads }) => uploads)) {
    if (ending?.how !== 'reported') continue;
    const because = ending.refused ?? ending.because;
    if (all.has(because)) continue;
    const short = detail?.includes('arn:') === true ? undefined : detail; // ARNs are in the ledger
    all.set(because, showText(explainBecause(ending.because, short)));
  }
  return [...all].map(([because, why]) => `${because}: ${why}`);
};

const COPIES =
  'each copy, in place and in quarantine, against its original: bytes, metadata, headers, tags, class, ACL, redirect, checksum; the version that a copy leaves behind is untouched, and reported';

const verified = ({ numbers }: DemoResult): readonly string[] => [
  `each object's bytes, ETag, dates, metadata, tags, class, ACL, lock and versions against a snapshot from right after its PUT: ${numbers.bytesChanged} changed, ${numbers.versionsLost} versions lost`,
  ...(numbers.copied + numbers.quarantined > 0 ? [COPIES] : []),
  'each object is encrypted exactly as expected, and its records say so for the expected reason',
  'each bucket for keys that nobody put, and quarantine for copies that nobody ordered',
  `${plural(numbers.records, 'record')} in the ledger; ${plural(numbers.intentsOpen, 'intent')} left open, each written before its order reached S3`,
  `${plural(numbers.alerts, 'alert')}, ${plural(numbers.dlq, 'dead letter')}`,
];

/** Everything that did not end as expected, or nothing. */
export const problemsOf = ({ cases, problems, release }: DemoResult): readonly string[] => [
  ...cases.flatMap(({ demoCase, uploads, keys }) => [
    ...uploads.flatMap(({ upload, problems: found }) =>
      found.map((one) => showText(`${demoCase.id}: ${upload.bucket}/${upload.key} ${one}`)),
    ),
    ...keys.flatMap(({ problems: found }) =>
      found.map((one) => showText(`${demoCase.id}: ${one}`)),
    ),
  ]),
  ...(release?.problems ?? []).map((one) => showText(`released: ${one}`)),
  ...problems,
];

export const summary = (result: DemoResult, paint: Paint): readonly string[] => {
  const { numbers } = result;
  const problems = problemsOf(result);
  const speed = `${numbers.p50Ms} ms from PUT to final record at the median, ${numbers.p95Ms} ms at the 95th percentile; ${numbers.objectsPerSecond} objects per second`;
  return [
    '',
    paint('bold', `${plural(numbers.objects, 'object')} in ${numbers.seconds} seconds`),
    ...endings(result).map(([count, text]) => `${String(count).padStart(6)}  ${text}`),
    `        ${speed}`,
    ...(numbers.reported > 0 ? ['', paint('bold', 'reported, because')] : []),
    ...reasons(result).map((one) => `  ${one}`),
    ...(numbers.faults === undefined ? [] : ['', ...showFaults(numbers.faults, numbers, paint)]),
    '',
    paint('bold', 'compared'),
    ...verified(result).map((one) => `  ${one}`),
    '',
    ...(isAsExpected(result)
      ? [paint('green', 'every object ended exactly as expected')]
      : [
          paint('red', `${plural(problems.length, 'thing')} not as expected`),
          ...problems.slice(0, MOST_PROBLEMS).map((one) => `  ${one}`),
          ...(problems.length > MOST_PROBLEMS
            ? [`  and ${problems.length - MOST_PROBLEMS} more`]
            : []),
        ]),
  ];
};
