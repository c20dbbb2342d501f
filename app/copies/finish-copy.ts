import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import { flawOfCopy } from '../../core/copies/flaw-of-copy.ts';
import { isOntoItself } from '../../core/copies/is-onto-itself.ts';
import { type Made, nameOfMade } from '../../core/copies/made.ts';
import type { Ref } from '../../core/objects/ref.ts';
import { carryAnnotations } from './carry-annotations.ts';
import type { CopyPorts } from './copy-ports.ts';

/**
 * Verifies what was made, carries what S3 did not carry, and forgets the progress last. A copy onto itself is the whole
 * of its order: its note stays until the answer is on its way (`createForgetCopy`), so that a lost answer is given again.
 */
export const finishCopy = async (
  ports: CopyPorts,
  task: CopyTask,
  made: Made,
  progress: Pick<CopyProgress, 'id' | 'upload'>,
  timeLeft: () => number,
): Promise<Copied> => {
  const { etag, versionId } = made;
  const copy: Ref = { ...task.to, ...(versionId !== undefined && { versionId }) };
  await verify(ports, task, copy, etag);
  const { ref, annotations } = task.attributes;
  const isInParts = progress.upload !== undefined;
  const wanted =
    isInParts && staysBelow(task, made) ? await ports.listAnnotations(ref) : annotations;
  if (isInParts && wanted.length > 0) {
    // they may take more than one call, and the next one has to know what it writes onto
    await ports.progress.noteMade(task.id, progress.upload.uploadId, nameOfMade(made));
  }
  if (!(await carryAnnotations(ports, wanted, ref, { ref: copy, etag }, timeLeft))) {
    return { kind: 'unfinished' };
  }
  if (!isOntoItself(task)) await ports.progress.end(progress);
  return { kind: 'copied', etag, ...(versionId !== undefined && { versionId }) };
};

const verify = async (
  { readCopy }: CopyPorts,
  task: CopyTask,
  copy: Ref,
  etag: string,
): Promise<void> => {
  const made = await readCopy(copy);
  if (made.etag !== etag) {
    throw new Error('the copy was overwritten before it could be verified');
  }
  const flaw = flawOfCopy(task, made);
  if (flaw !== undefined) {
    throw new Error(`the copy is not what was asked for: ${flaw}`);
  }
};

/**
 * Nothing holds a source's annotations while the upload is completed, so that they are listed once more where it stays
 * below its copy. One that is moved is compared with its copy before it is deleted; any other is gone by now.
 */
const staysBelow = (task: CopyTask, { versionId }: Made): boolean =>
  isOntoItself(task) && (task.attributes.ref.versionId ?? 'null') !== (versionId ?? 'null');
