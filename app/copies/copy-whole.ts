import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import { copyAtOnce } from './copy-at-once.ts';
import { copyInParts } from './copy-in-parts.ts';
import type { CopyPorts } from './copy-ports.ts';

/**
 * Copies one exact version with everything that it carries: at once as far as S3 does that, else in parts, over as
 * many calls as it takes. Calling it again after any interruption goes on from there, and a copy that was made
 * already is recognised. Throws what may be tried again, and a copy that is not what was asked for.
 */
export const createCopyWhole =
  (ports: CopyPorts) =>
  async (task: CopyTask, timeLeft: () => number): Promise<Copied> =>
    task.attributes.size > ports.largestCopy
      ? copyInParts(ports, task, timeLeft)
      : copyAtOnce(ports, task, timeLeft);
