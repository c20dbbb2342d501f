import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { CopyTask } from '../../core/copies/copy-task.ts';
import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import { isAnnotatedAs, ownEvidence } from '../../core/copies/own-evidence.ts';
import type { CopyPorts } from './copy-ports.ts';

/** `unproven`: all is as our copy in parts would be, but annotations are missing, and may be written onto ours alone. */
export type Whose = 'ours' | 'unproven' | 'foreign';

/** Whose a copy is that a task may have made. Annotations are missing of none but a copy in parts. */
export const whoseCopy = async (
  { uploads }: Pick<CopyPorts, 'uploads'>,
  task: CopyTask,
  note: CopyProgress,
  copy: ObjectAttributes,
): Promise<Whose> => {
  const evidence = ownEvidence(copy, task, note);
  if (evidence === 'none') return 'foreign';
  if (note.made !== undefined) return 'ours';
  const isWhole = isAnnotatedAs(copy, task.attributes);
  if (note.upload === undefined) return isWhole ? 'ours' : 'foreign';
  // while the upload is there, nothing was made of it
  const { uploadId, parts } = note.upload;
  const listed = await uploads.listParts({ ...task.to, uploadId }, parts);
  if (listed.kind !== 'no-upload') return 'foreign';
  return isWhole || evidence === 'proven' ? 'ours' : 'unproven';
};
