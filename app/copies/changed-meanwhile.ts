import { isNoteOf } from '../../core/copies/begin-progress.ts';
import { canonicalJson } from '../../core/policy/canonical-json.ts';
import type { CopyTask } from '../../core/copies/copy-task.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import { beginAnew } from './begin-anew.ts';
import type { CopyPorts } from './copy-ports.ts';
import type { OpenUpload } from './open-upload.ts';
import { refuseCurrentUnread } from './refuse-unread.ts';

/**
 * Parts take a while, and only the bytes are held by a precondition. A newer version makes the copy old data; new
 * tags, ACL, headers, lock or annotations with the same bytes make it carry what no longer is.
 */
export const changedMeanwhile = async (
  ports: CopyPorts,
  task: CopyTask,
  open: OpenUpload,
): Promise<Refusal | undefined> => {
  const { ref, etag, annotations } = task.attributes;
  const current = await ports.readObject(task.to);
  if (current.kind === 'unreadable') return refuseCurrentUnread(current);
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
  const isSame =
    isNoteOf(open, { ...task, attributes: now.attributes }) &&
    canonicalJson(now.attributes.annotations) === canonicalJson(annotations);
  return isSame
    ? undefined
    : beginAnew(ports, open, 'tags, ACL, headers, lock or annotations were changed meanwhile');
};
