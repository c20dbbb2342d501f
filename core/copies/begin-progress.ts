import { carriedFingerprint, wholeChecksum } from './carried.ts';
import type { CopyProgress, UploadProgress } from './copy-progress.ts';
import type { CopyTask } from './copy-task.ts';

/** What is noted of a copy before it is begun. */
export const beginProgress = (task: CopyTask, now: Date, upload?: UploadProgress): CopyProgress => {
  const checksum = wholeChecksum(task.attributes.checksum);
  return {
    id: task.id,
    ...task.to,
    carried: carriedFingerprint(task.attributes, task),
    ...(checksum !== undefined && { checksum }),
    startedAt: now.toISOString(),
    ...(upload && { upload }),
  };
};
