import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { CopyTask } from '../../core/copies/copy-task.ts';
import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import { isAnnotatedAs, ownEvidence } from '../../core/copies/own-evidence.ts';
import type { CopyPorts } from './copy-ports.ts';

/**
 * Whether this is the copy that a task has noted. Annotations are missing of none but a copy in parts, and written
 * onto none that is not proven to be one: rather is the order superseded.
 */
export const isOwn = async (
  { uploads }: Pick<CopyPorts, 'uploads'>,
  task: CopyTask,
  note: CopyProgress,
  copy: ObjectAttributes,
): Promise<boolean> => {
  const evidence = ownEvidence(copy, task, note);
  if (evidence === 'none') return false;
  if (note.made !== undefined) return true;
  const mayBeCompleted = note.upload !== undefined && evidence === 'proven';
  if (!mayBeCompleted && !isAnnotatedAs(copy, task.attributes)) return false;
  if (note.upload === undefined) return true;
  // while the upload is there, nothing was made of it
  const { uploadId, parts } = note.upload;
  const listed = await uploads.listParts({ ...task.to, uploadId }, parts);
  return listed.kind === 'no-upload';
};
