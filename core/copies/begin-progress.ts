import { askedFingerprint, carriedFingerprint, wholeChecksum } from './carried.ts';
import type { CopyProgress, UploadProgress } from './copy-progress.ts';
import type { CopyTask } from './copy-task.ts';

/** What is noted of a copy before it is begun. */
export const beginProgress = (
  task: CopyTask,
  now: Date,
  { upload, restarts = 0 }: { readonly upload?: UploadProgress; readonly restarts?: number } = {},
): CopyProgress => {
  const checksum = wholeChecksum(task.attributes.checksum);
  return {
    id: task.id,
    ...task.to,
    carried: carriedFingerprint(task.attributes, task),
    asked: askedFingerprint(task),
    ...(checksum !== undefined && { checksum }),
    startedAt: now.toISOString(),
    ...(restarts > 0 && { restarts }),
    ...(upload && { upload }),
  };
};

/** Whether a note is of a copy that is asked for and carries exactly what this task does. */
export const isNoteOf = ({ carried, asked }: CopyProgress, task: CopyTask): boolean =>
  carried === carriedFingerprint(task.attributes, task) && asked === askedFingerprint(task);

/** What a copy in parts that is begun anew leaves has no upload either, but nothing was made of it. */
export const isOfCopyAtOnce = ({ upload, restarts }: CopyProgress): boolean =>
  upload === undefined && restarts === undefined;
