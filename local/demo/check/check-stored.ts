import { isDeepStrictEqual } from 'node:util';
import { assertNever } from '../../../core/assert-never.ts';
import { MARKER } from '../../../core/quarantine/marker.ts';
import { targetOf } from '../cases/demo-case.ts';
import type { Upload } from '../cases/upload.ts';
import type { Evidence } from './evidence.ts';
import { checkQuarantined } from './check-quarantined.ts';
import { copyDifferences, differences } from './differences.ts';
import type { Ending } from './ending.ts';
import { type ObjectName, type Snapshot, takeSnapshot } from './snapshot.ts';

type Ended = {
  readonly ending: Ending | undefined;
  readonly heir: ObjectName | undefined;
  readonly intentId: string | undefined;
};

const show = (value: unknown): string => JSON.stringify(value);

/** Compares what lies in S3 with what was put, as its ending says that it must be. */
export const checkStored = (
  upload: Upload,
  { ending, heir, intentId }: Ended,
  evidence: Evidence,
): readonly string[] => {
  const { before } = upload;
  const { model, keys } = evidence;
  const after = takeSnapshot(model, upload);
  if (before === undefined) {
    return after === undefined ? [] : ['is there again, although it was deleted'];
  }
  const asPut = before.sha256 === upload.sentSha256 ? [] : ['bytes changed']; // already when it was put
  if (ending?.how === 'quarantined') {
    const moved = checkQuarantined({ ...upload, before }, intentId, evidence);
    return [...asPut, ...(after === undefined ? [] : ['was moved, and is still there']), ...moved];
  }
  if (after === undefined) return ['is not there'];
  if (ending === undefined) return [...asPut, ...checkSame(before, after)];
  switch (ending.how) {
    case 'reencrypted':
      return [...asPut, ...checkSame(before, after, targetOf(keys, ending.rule))];
    case 'copied': {
      const copy = heir === undefined ? after : takeSnapshot(model, heir);
      const residual = heir === undefined ? [] : checkSame(before, after);
      return [...asPut, ...residual, ...checkCopy(before, copy, targetOf(keys, ending.rule))];
    }
    case 'isolated':
      return [...asPut, ...checkSame(withMarker(before, ending.rule), after)];
    case 'compliant':
    case 'reported':
    case 'exempt':
    case 'indeterminate':
    case 'gone':
      return [...asPut, ...checkSame(before, after)];
    default:
      return assertNever(ending);
  }
};

const changed = (name: string): string => `${name} changed`;

const checkEncryption = (found: Snapshot, wanted: Snapshot['encryption']): readonly string[] =>
  isDeepStrictEqual(found.encryption, wanted)
    ? []
    : [`is encrypted with ${show(found.encryption)}, expected ${show(wanted)}`];

const checkSame = (
  before: Snapshot,
  after: Snapshot,
  wanted: Snapshot['encryption'] = before.encryption,
): readonly string[] => [
  ...differences(before, after).map(changed),
  ...checkEncryption(after, wanted),
];

const checkCopy = (
  before: Snapshot,
  copy: Snapshot | undefined,
  wanted: Snapshot['encryption'],
): readonly string[] =>
  copy === undefined
    ? ['its copy is not there']
    : [
        ...copyDifferences(before, copy).map((name) => `${name} changed in its copy`),
        ...checkEncryption(copy, wanted),
      ];

const withMarker = (before: Snapshot, rule: string): Snapshot => ({
  ...before,
  rest: { ...before.rest, tags: { ...before.rest.tags, [MARKER]: rule } },
});
