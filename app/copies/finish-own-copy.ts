import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import { isOntoItself } from '../../core/copies/is-onto-itself.ts';
import type { CopyPorts } from './copy-ports.ts';
import { findOwnCopy } from './find-own-copy.ts';
import { finishCopy } from './finish-copy.ts';
import { refuseUnproven } from './refuse-unproven.ts';

/**
 * Finishes what an earlier try of the same task has made; `undefined` where it made nothing. Without a note there is
 * nothing to finish: it is written before anything is copied. What is not proven to be ours stays as it is: a move
 * copies once more over it, while onto itself that would be the same again.
 */
export const finishOwnCopy = async (
  ports: CopyPorts,
  task: CopyTask,
  note: CopyProgress | undefined,
  timeLeft: () => number,
): Promise<Copied | undefined> => {
  if (note === undefined) return undefined;
  const own = await findOwnCopy(ports, task, note);
  if (own?.kind === 'unproven') {
    return isOntoItself(task) ? refuseUnproven(task, own.copy) : undefined;
  }
  return own && finishCopy(ports, task, own, note, timeLeft);
};
