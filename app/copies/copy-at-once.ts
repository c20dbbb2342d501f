import { beginProgress, isNoteOf, isOfCopyAtOnce } from '../../core/copies/begin-progress.ts';
import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import { abandonCopy } from './abandon-copy.ts';
import type { CopyPorts } from './copy-ports.ts';
import { finishCopy } from './finish-copy.ts';
import { finishOwnCopy } from './finish-own-copy.ts';
import { refuseSuspended } from './refuse-suspended.ts';
import { whatChanged } from './what-changed.ts';

/** One CopyObject. What it carries is noted before: an unversioned source is gone once its copy is made. */
export const copyAtOnce = async (
  ports: CopyPorts,
  task: CopyTask,
  timeLeft: () => number,
): Promise<Copied> => {
  const begun = await begin(ports, task);
  const suspended = await refuseSuspended(ports, task);
  const answer = suspended ?? (await ports.copyObject(task));
  if (answer.kind === 'made') return finishCopy(ports, task, answer, begun, timeLeft);
  if (answer.kind === 'changed' || suspended !== undefined) {
    // what changed may be that an earlier try, or the same one asked twice by the SDK, has made the copy
    const own = await finishOwnCopy(ports, task, begun, timeLeft);
    if (own !== undefined) return own;
  }
  await ports.progress.end(begun);
  return answer.kind === 'refused' ? answer : whatChanged(ports, task, answer.words);
};

/** An earlier note of the same copy stays: what was made since then may be ours. */
const begin = async (ports: CopyPorts, task: CopyTask): Promise<CopyProgress> => {
  const earlier = await ports.progress.read(task.id);
  if (earlier !== undefined && isOfCopyAtOnce(earlier) && isNoteOf(earlier, task)) {
    return earlier;
  }
  const mine = beginProgress(task, ports.now());
  const begun = await ports.progress.begin(mine);
  if (begun.upload === undefined) return begun;
  await abandonCopy(ports, begun); // begun in parts, when the stack allowed less at once
  return ports.progress.begin(mine);
};
