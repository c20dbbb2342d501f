import { beginProgress } from '../../core/copies/begin-progress.ts';
import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import { abandonCopy } from './abandon-copy.ts';
import type { CopyPorts } from './copy-ports.ts';
import { finishCopy } from './finish-copy.ts';
import { finishOwnCopy } from './finish-own-copy.ts';
import { whatChanged } from './what-changed.ts';

/** One CopyObject. What it carries is noted before: an unversioned source is gone once its copy is made. */
export const copyAtOnce = async (
  ports: CopyPorts,
  task: CopyTask,
  timeLeft: () => number,
): Promise<Copied> => {
  const begun = await begin(ports, task);
  const answer = await ports.copyObject(task);
  switch (answer.kind) {
    case 'made':
      return finishCopy(ports, task, answer, begun, timeLeft);
    case 'refused':
      await ports.progress.end(begun);
      return answer;
    case 'changed': {
      // what changed may be that an earlier try, or the same one asked twice by the SDK, has made the copy
      const own = await finishOwnCopy(ports, task, begun, timeLeft);
      if (own !== undefined) return own;
      await ports.progress.end(begun);
      return whatChanged(ports, task, answer.words);
    }
    default:
      return answer satisfies never;
  }
};

const begin = async (ports: CopyPorts, task: CopyTask) => {
  const mine = beginProgress(task, ports.now());
  const begun = await ports.progress.begin(mine);
  if (begun.upload === undefined) return begun;
  await abandonCopy(ports, begun); // begun in parts, when the stack allowed less at once
  return ports.progress.begin(mine);
};
