import type { CopyTask } from '../copies/copy-task.ts';
import { flawOfCopy } from '../copies/flaw-of-copy.ts';
import type { AnnotationEntry, ObjectAttributes } from '../copies/object-attributes.ts';
import { differingMembers } from './differing-members.ts';

/** What a copy carries in itself. ACL and lock are the manifest's: the quarantine bucket has neither. */
const CARRIED = [
  'headers',
  'metadata',
  'missingMetadata',
  'websiteRedirect',
  'storageClass',
  'tags',
] as const satisfies readonly (keyof ObjectAttributes)[];

/** Why the original must not be deleted, or `undefined` where its copy holds all of it. */
export const flawOfQuarantined = (task: CopyTask, copy: ObjectAttributes): string | undefined => {
  const flaw = flawOfCopy(task, copy);
  if (flaw !== undefined) {
    return flaw;
  }
  const differing = differingMembers(task.attributes, copy, CARRIED);
  if (differing.length > 0) {
    return `${differing.map((name) => `\`${name}\``).join(', ')} differ from the source`;
  }
  const before = listed(task.attributes.annotations);
  return before === listed(copy.annotations) ? undefined : 'its annotations differ from the source';
};

/** An annotation's ETag may change with the key that encrypts it; its name and size may not. */
const listed = (annotations: readonly AnnotationEntry[]): string =>
  JSON.stringify(annotations.map(({ name, size }) => [name, size]));
