import { type Quarantined, stateOf } from '../../core/release/quarantined.ts';
import { showText } from '../../core/show-text.ts';
import { type Fact, showRef, violationFacts } from '../check/show-checked.ts';
import type { Paint } from '../paint.ts';

const STYLES = {
  quarantined: 'yellow',
  isolated: 'yellow',
  released: 'dim',
  'under-way': 'dim',
  unreadable: 'red',
} as const satisfies Record<ReturnType<typeof stateOf>, Parameters<Paint>[0]>;

/** One line with the state, the id and the object, then one line for each thing there is to say. */
export const showEntry = (entry: Quarantined, id: string, paint: Paint): readonly string[] => {
  const state = stateOf(entry);
  const head = `${paint(STYLES[state], state.padEnd(13))}  ${id}  ${showObject(entry)}`;
  return [head, ...showFacts(factsOf(entry))];
};

export const showFacts = (facts: readonly Fact[]): readonly string[] =>
  facts.map(([name, text]) => `  ${name.padEnd(11)}  ${text}`);

export const showSize = (size: number | undefined): string =>
  size === undefined ? 'unknown' : `${size} ${size === 1 ? 'byte' : 'bytes'}`;

/** Of what cannot be read only the bucket is known. */
const showObject = (entry: Quarantined): string =>
  entry.kind === 'quarantined'
    ? showRef(entry.manifest.source.ref)
    : `s3://${showText(entry.bucket)}/…`;

const factsOf = (entry: Quarantined): readonly Fact[] => {
  switch (entry.kind) {
    case 'quarantined': {
      const { manifest, release } = entry;
      return [
        ['since', manifest.at],
        ...violationFacts(manifest.because),
        ['size', showSize(manifest.source.size)],
        ...(release === undefined ? [] : releaseFacts(release)),
      ];
    }
    case 'under-way':
      return [
        [
          'note',
          'its copy is here, its manifest is not: the order is not finished, and nothing was deleted',
        ],
      ];
    case 'unreadable':
      return [['manifest', `cannot be read: ${showText(entry.words)}`]];
    default:
      return entry satisfies never;
  }
};

const releaseFacts = ({
  at,
  by,
  reason,
  versionId,
}: NonNullable<Extract<Quarantined, { kind: 'quarantined' }>['release']>): readonly Fact[] => [
  ['released', `${at} by ${showText(by)}`],
  ['reason', showText(reason)],
  ...(versionId === undefined ? [] : [['now', `version ${showText(versionId)}`] as const]),
];
