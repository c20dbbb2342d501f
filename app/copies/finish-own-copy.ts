import { beginProgress } from '../../core/copies/begin-progress.ts';
import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import { abandonUpload } from './abandon-copy.ts';
import type { CopyPorts } from './copy-ports.ts';
import { findOwnCopy } from './find-own-copy.ts';
import { finishCopy } from './finish-copy.ts';

/** Finishes what an earlier try of the same task has made; `undefined` where it made nothing. */
export const finishOwnCopy = async (
  ports: CopyPorts,
  task: CopyTask,
  progress: CopyProgress | undefined,
  timeLeft: () => number,
): Promise<Copied | undefined> => {
  const expected = progress ?? beginProgress(task, ports.now());
  const own = await findOwnCopy(ports, task, expected);
  if (own === undefined) return undefined;
  // a copy that was completed has no upload any more; one that looks the same by chance may have left one
  await abandonUpload(ports, expected);
  return finishCopy(ports, task, own, expected, timeLeft);
};
