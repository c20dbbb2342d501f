import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import type { CopyPorts } from './copy-ports.ts';
import { findOwnCopy } from './find-own-copy.ts';
import { finishCopy } from './finish-copy.ts';

/**
 * Finishes what an earlier try of the same task has made; `undefined` where it made nothing. Without a note there is
 * nothing to finish: it is written before anything is copied.
 */
export const finishOwnCopy = async (
  ports: CopyPorts,
  task: CopyTask,
  note: CopyProgress | undefined,
  timeLeft: () => number,
): Promise<Copied | undefined> => {
  if (note === undefined) return undefined;
  const own = await findOwnCopy(ports, task, note);
  return own && finishCopy(ports, task, own, note, timeLeft);
};
