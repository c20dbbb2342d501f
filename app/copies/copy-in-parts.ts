import { carriedFingerprint } from '../../core/copies/carried.ts';
import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import { isOntoItself } from '../../core/copies/is-onto-itself.ts';
import type { Made } from '../../core/copies/made.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { NoUpload } from '../../core/copies/upload.ts';
import { abandonCopy } from './abandon-copy.ts';
import { copyMissingParts } from './copy-missing-parts.ts';
import type { CopyPorts } from './copy-ports.ts';
import { finishCopy } from './finish-copy.ts';
import { finishOwnCopy } from './finish-own-copy.ts';
import { type OpenUpload, openUpload } from './open-upload.ts';
import { refuseInParts } from './refuse-in-parts.ts';
import { whatChanged } from './what-changed.ts';

type Answer = Made | Refusal | NoUpload | { readonly kind: 'unfinished' };

/** A multipart copy, over as many calls as it takes: what is there already is found and not copied again. */
export const copyInParts = async (
  ports: CopyPorts,
  task: CopyTask,
  timeLeft: () => number,
): Promise<Copied> => {
  const refusal = refuseInParts(task);
  if (refusal !== undefined) return refusal;
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
      await abandonCopy(ports, open);
      if (answer.kind === 'no-upload') {
        throw new Error('the upload is gone, aborted by somebody else: begun anew next time');
      }
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
  const changed = isOntoItself(task) ? await changedMeanwhile(ports, task, open) : undefined;
  const upload = { ...task.to, uploadId: open.upload.uploadId };
  return changed ?? ports.uploads.complete(task, upload, copied.parts);
};

/**
 * Parts take a while, and only the bytes are held by a precondition. A newer version makes the copy old data; new
 * tags, ACL or headers with the same bytes make it carry what no longer is.
 */
const changedMeanwhile = async (
  ports: CopyPorts,
  { attributes: { ref, etag }, acl, to }: CopyTask,
  open: OpenUpload,
): Promise<Refusal | undefined> => {
  const current = await ports.readObject(to);
  if (
    current.kind !== 'object' ||
    current.etag !== etag ||
    current.ref.versionId !== ref.versionId
  ) {
    return { kind: 'changed', words: 'it no longer is the current version' };
  }
  const now = await ports.readAttributes(ref);
  if (now.kind !== 'attributes') {
    throw new Error(`what is to be carried could not be read again: \`${now.kind}\``);
  }
  if (carriedFingerprint(now.attributes, { acl }) !== open.carried) {
    await abandonCopy(ports, open);
    throw new Error('tags, ACL or headers were changed meanwhile: begun anew next time');
  }
  return undefined;
};
