import { isOfCopyAtOnce } from './begin-progress.ts';
import { wholeChecksum } from './carried.ts';
import type { CopyProgress } from './copy-progress.ts';
import type { CopyTask } from './copy-task.ts';
import { isEncryptedAs } from './is-encrypted-as.ts';
import { isOwnCopy } from './is-own-copy.ts';
import { nameOfMade } from './made.ts';
import type { ObjectAttributes } from './object-attributes.ts';

/**
 * How sure it is that a task has made this. `likely`: all is as that copy would be, and nothing is left that could
 * tell it from the same upload by somebody else. That is enough to stop copying, not to write onto it.
 */
export type OwnEvidence = 'none' | 'likely' | 'proven';

export const ownEvidence = (
  copy: ObjectAttributes,
  task: CopyTask,
  note: CopyProgress,
): OwnEvidence => {
  if (note.made !== undefined) {
    const name = nameOfMade({ ...copy.ref, etag: copy.etag });
    return note.made === name && isEncryptedAs(copy.encryption, task.encryption)
      ? 'proven'
      : 'none';
  }
  if (!isOwnCopy(copy, task, note) || !isCutAs(copy, note)) return 'none';
  return note.checksum !== undefined && note.checksum === wholeChecksum(copy.checksum)
    ? 'proven'
    : 'likely';
};

/** What CopyObject makes is in one piece, and an upload has the parts that were noted. */
const isCutAs = ({ parts, size }: ObjectAttributes, note: CopyProgress): boolean => {
  const { upload } = note;
  return upload === undefined
    ? isOfCopyAtOnce(note) && parts === undefined
    : parts?.count === upload.parts && parts.firstBytes === Math.min(size, upload.partBytes);
};

/** Whether it has all annotations, as a copy that was made at once does from the beginning. */
export const isAnnotatedAs = (
  copy: Pick<ObjectAttributes, 'annotations'>,
  source: Pick<ObjectAttributes, 'annotations'>,
): boolean => {
  const there = new Map(copy.annotations.map(({ name, size }) => [name, size]));
  return source.annotations.every(({ name, size }) => there.get(name) === size);
};
