import { beginProgress, isNoteOf } from '../../core/copies/begin-progress.ts';
import type { CopyProgress, UploadProgress } from '../../core/copies/copy-progress.ts';
import type { CopyTask } from '../../core/copies/copy-task.ts';
import { choosePartBytes } from '../../core/copies/part-plan.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import { abandonCopy } from './abandon-copy.ts';
import { changesTooOften } from './begin-anew.ts';
import type { CopyPorts } from './copy-ports.ts';
import { refuseSuspended } from './refuse-suspended.ts';

export type OpenUpload = CopyProgress & { readonly kind: 'open'; readonly upload: UploadProgress };

/** The upload that an earlier try has begun, or a new one. */
export const openUpload = async (
  ports: CopyPorts,
  task: CopyTask,
): Promise<OpenUpload | Refusal> => {
  const earlier = await ports.progress.read(task.id);
  if (earlier?.upload !== undefined && isNoteOf(earlier, task)) {
    return { ...earlier, kind: 'open', upload: earlier.upload };
  }
  let restarts = earlier?.restarts ?? 0;
  if (earlier?.upload !== undefined) {
    await abandonCopy(ports, earlier); // it has tags, ACL, encryption or lock of before
    restarts += 1;
  }
  const refusal = changesTooOften(restarts) ?? (await refuseSuspended(ports, task));
  if (refusal === undefined) return create(ports, task, restarts);
  if (earlier !== undefined) await ports.progress.end({ id: task.id });
  return refusal;
};

const create = async (
  ports: CopyPorts,
  task: CopyTask,
  restarts: number,
): Promise<OpenUpload | Refusal> => {
  const { size } = task.attributes;
  const partBytes = choosePartBytes(task.attributes, ports.partBytes, ports.leastPartBytes);
  const created = await ports.uploads.create(task);
  if (created.kind !== 'upload') return created;
  const { uploadId } = created;
  const mine = { uploadId, partBytes, parts: Math.ceil(size / partBytes), done: 0 };
  const note = beginProgress(task, ports.now(), { upload: mine, restarts });
  const begun = await ports.progress.begin(note);
  if (begun.upload !== undefined && begun.upload.uploadId !== uploadId) {
    await ports.uploads.abort(created); // another try was faster: go on with its upload
  }
  return { ...begun, kind: 'open', upload: begun.upload ?? mine };
};
