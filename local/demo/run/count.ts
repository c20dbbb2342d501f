import { percentile } from '../check/percentile.ts';
import type { CheckedKey } from '../check/check-key.ts';
import type { CheckedUpload } from '../check/check-upload.ts';
import type { Ending } from '../check/ending.ts';
import type { DemoNumbers } from './demo-result.ts';

type Counted = Pick<
  DemoNumbers,
  | 'objects'
  | 'compliant'
  | 'reencrypted'
  | 'copied'
  | 'isolated'
  | 'quarantined'
  | 'reported'
  | 'exempt'
  | 'indeterminate'
  | 'gone'
  | 'unsettled'
  | 'unexpected'
  | 'bytesChanged'
  | 'versionsLost'
  | 'p50Ms'
  | 'p95Ms'
>;

/** How many ended how. `unexpected` counts object versions, and keys whose versions are not as they were. */
export const countEndings = (
  uploads: readonly CheckedUpload[],
  keys: readonly CheckedKey[],
): Counted => {
  const ended = (how: Ending['how'] | undefined): number =>
    uploads.filter(({ ending }) => ending?.how === how).length;
  const times = uploads.flatMap(({ ms }) => ms ?? []);
  return {
    objects: uploads.length,
    compliant: ended('compliant'),
    reencrypted: ended('reencrypted'),
    copied: ended('copied'),
    isolated: ended('isolated'),
    quarantined: ended('quarantined'),
    reported: ended('reported'),
    exempt: ended('exempt'),
    indeterminate: ended('indeterminate'),
    gone: ended('gone'),
    unsettled: ended(undefined),
    unexpected: [...uploads, ...keys].filter(({ problems }) => problems.length > 0).length,
    bytesChanged: uploads.filter(({ bytesChanged }) => bytesChanged).length,
    versionsLost: keys.reduce((sum, { versionsLost }) => sum + versionsLost, 0),
    p50Ms: Math.round(percentile(times, 0.5)),
    p95Ms: Math.round(percentile(times, 0.95)),
  };
};
