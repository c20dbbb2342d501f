import { beginProgress } from '../../core/copies/begin-progress.ts';
import { carriedFingerprint } from '../../core/copies/carried.ts';
import type { CopyProgress, UploadProgress } from '../../core/copies/copy-progress.ts';
import type { CopyTask } from '../../core/copies/copy-task.ts';
import { choosePartBytes } from '../../core/copies/part-plan.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import { abandonCopy } from './abandon-copy.ts';
import type { CopyPorts } from './copy-ports.ts';

export type OpenUpload = CopyProgress & { readonly kind: 'open'; readonly upload: UploadProgress };

/** The upload that an earlier try has begun, or a new one. */
export const openUpload = async (
  ports: CopyPorts,
  task: CopyTask,
): Promise<OpenUpload | Refusal> => {
  const earlier = await ports.progress.read(task.id);
  if (earlier?.upload !== undefined) {
    if (earlier.carried === carriedFingerprint(task.attributes, task)) {
      return { ...earlier, kind: 'open', upload: earlier.upload };
    }
    await abandonCopy(ports, earlier); // tags or ACL were changed since: the upload carries what was there before
  }
  const { size } = task.attributes;
  const partBytes = choosePartBytes(task.attributes, ports.partBytes, ports.leastPartBytes);
  const created = await ports.uploads.create(task);
  if (created.kind !== 'upload') return created;
  const { uploadId } = created;
  const mine = { uploadId, partBytes, parts: Math.ceil(size / partBytes), done: 0 };
  const begun = await ports.progress.begin(beginProgress(task, ports.now(), mine));
  if (begun.upload !== undefined && begun.upload.uploadId !== uploadId) {
    await ports.uploads.abort(created); // another try was faster: go on with its upload
  }
  return { ...begun, kind: 'open', upload: begun.upload ?? mine };
};
