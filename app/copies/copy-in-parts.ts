import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import { isOntoItself } from '../../core/copies/is-onto-itself.ts';
import type { Made } from '../../core/copies/made.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { NoUpload } from '../../core/copies/upload.ts';
import { abandonCopy, createAbandonCopy } from './abandon-copy.ts';
import { beginAnew } from './begin-anew.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { copyMissingParts } from './copy-missing-parts.ts';
import type { CopyPorts } from './copy-ports.ts';
import { finishCopy } from './finish-copy.ts';
import { finishOwnCopy } from './finish-own-copy.ts';
import { type OpenUpload, openUpload } from './open-upload.ts';
import { refuseInParts } from './refuse-in-parts.ts';
import { refuseSuspended } from './refuse-suspended.ts';
import { whatChanged } from './what-changed.ts';

type Answer = Made | Refusal | NoUpload | { readonly kind: 'unfinished' };

/** A multipart copy, over as many calls as it takes: what is there already is found and not copied again. */
export const copyInParts = async (
  ports: CopyPorts,
  task: CopyTask,
  timeLeft: () => number,
): Promise<Copied> => {
  const refusal = refuseInParts(task);
  if (refusal !== undefined) {
    await createAbandonCopy(ports)(task.id); // it may have been begun before there was a reason not to
    return refusal;
  }
  const open = await openUpload(ports, task);
  if (open.kind === 'changed') return { kind: 'destination-changed', words: open.words };
  if (open.kind === 'refused') return open;

  const answer = await makeFromParts(ports, task, open, timeLeft);
  switch (answer.kind) {
    case 'made':
      return finishCopy(ports, task, answer, open, timeLeft);
    case 'unfinished':
      return answer;
    case 'refused':
      await abandonCopy(ports, open);
      return answer;
    case 'changed':
    case 'no-upload': {
      // an earlier try may have made it, or another one at the same time
      const own = await finishOwnCopy(ports, task, open, timeLeft);
      if (own !== undefined) return own;
      if (answer.kind === 'no-upload') {
        return beginAnew(ports, open, 'the upload is gone, aborted by somebody else');
      }
      await abandonCopy(ports, open);
      return whatChanged(ports, task, answer.words);
    }
    default:
      return answer satisfies never;
  }
};

const makeFromParts = async (
  ports: CopyPorts,
  task: CopyTask,
  open: OpenUpload,
  timeLeft: () => number,
): Promise<Answer> => {
  const copied = await copyMissingParts(ports, task, open.upload, timeLeft);
  if (copied.kind !== 'parts') return copied;
  const stop =
    (isOntoItself(task) ? await changedMeanwhile(ports, task, open) : undefined) ??
    (await refuseSuspended(ports, task));
  const upload = { ...task.to, uploadId: open.upload.uploadId };
  return stop ?? ports.uploads.complete(task, upload, copied.parts);
};
