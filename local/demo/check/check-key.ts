import type { AwsModel } from '../../model/state.ts';
import { stackChanges } from './differences.ts';
import type { Ending } from './ending.ts';
import { isHidden, type ObjectName, takeSnapshot, versionIdsOf } from './snapshot.ts';
import { updatesWithoutIntent } from './write-order.ts';
import type { WriteStep } from './write-step.ts';

/** A key, and the ids of its versions when its case was done with it. */
export type PlacedKey = Pick<ObjectName, 'bucket' | 'key'> & { readonly stack: readonly string[] };

/** What became of one version of the key. */
export type EndedVersion = {
  readonly versionId?: string;
  readonly ending: Ending | undefined;
  readonly became?: ObjectName;
};

export type CheckedKey = {
  readonly problems: readonly string[];
  readonly versionsLost: number;
};

const shown = (ids: readonly string[]): string => (ids.length === 0 ? 'none' : ids.join(', '));

/**
 * Compares what is a key's rather than a version's: its stack, and in which order it was written to. Expected is what
 * was there, without what went to quarantine, and with the copies on top that orders made.
 */
export const checkKey = (
  { stack, ...name }: PlacedKey,
  ended: readonly EndedVersion[],
  model: AwsModel,
  steps: readonly WriteStep[],
  { repeats }: { readonly repeats: boolean }, // whether orders may be tried again
): CheckedKey => {
  const moved = ended
    .filter(({ ending }) => ending?.how === 'quarantined')
    .map(({ versionId = 'null' }) => versionId);
  const copies = ended.flatMap(({ became }) => became?.versionId ?? []);
  const expected = [...stack.filter((id) => !moved.includes(id)), ...copies];
  const now = versionIdsOf(model, name);
  const markers = now.filter((id) => takeSnapshot(model, { ...name, versionId: id }) === undefined);
  const ours = markers.filter((id) => !stack.includes(id)); // put on top by a move
  const held = now.filter((id) => !ours.includes(id));
  const { differs } = stackChanges(expected, held);
  const { lost } = stackChanges(expected, now);
  const wasMovedOffTheTop = moved.includes(stack.at(-1) ?? '');
  const early = updatesWithoutIntent(steps, { repeats });
  return {
    versionsLost: lost.length,
    problems: [
      ...(differs ? [`its versions are ${shown(held)}, expected ${shown(expected)}`] : []),
      ...(wasMovedOffTheTop && !isHidden(model, name)
        ? ['a plain GET answers older data since its current version was moved']
        : []),
      ...(ours.length > (wasMovedOffTheTop ? 1 : 0)
        ? ['a delete marker hides what was current']
        : []),
      ...(early > 0 ? [`${early} updates reached S3 before their intent was in the ledger`] : []),
    ],
  };
};
