import type { Copied } from '../../core/copies/copy-task.ts';
import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import { abandonCopy } from './abandon-copy.ts';
import type { CopyPorts } from './copy-ports.ts';

/** How often a copy in parts is begun anew. Every continuation is a new message, so its queue would never give up. */
const MOST_RESTARTS = 5;

/** Clears the upload away and leaves nothing but the count. Thrown on: the next try begins with what is there then. */
export const beginAnew = async (
  ports: Pick<CopyPorts, 'uploads' | 'progress'>,
  { upload, restarts = 0, made: _made, ...note }: CopyProgress,
  why: string,
): Promise<never> => {
  await abandonCopy(ports, { ...note, ...(upload && { upload }) });
  await ports.progress.begin({ ...note, restarts: restarts + 1 });
  throw new Error(`${why}: begun anew next time`);
};

export const changesTooOften = (
  restarts: number,
): Extract<Copied, { kind: 'refused' }> | undefined =>
  restarts <= MOST_RESTARTS
    ? undefined
    : {
        kind: 'refused',
        code: 'ChangesTooOften',
        words: `it was begun anew ${MOST_RESTARTS} times, and each time the object or the upload was changed meanwhile: see who writes its tags, ACL, lock or annotations, or aborts its uploads`,
      };
