import type { Played } from '../engine/play.ts';

const YEAR = 365.25 * 86_400_000;

const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

/** The line that a run of the simulator ends with. */
export const showPlayed = (played: Played): string =>
  [
    `runs ${played.runs}`,
    `events ${played.events}`,
    `calls ${played.calls}`,
    `faults: ${list(played.faults)}`,
    `virtual time ${(played.virtualMs / YEAR).toFixed(2)} years`,
    `violations: ${played.violations}`,
  ].join(', ');

/** What AWS leaves open and no product can close: counted apart. */
export const showWindows = (played: Played): string => `windows: ${list(played.windows)}`;
