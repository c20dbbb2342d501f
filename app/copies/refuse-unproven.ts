import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';

/**
 * The container died right after its upload was completed, and S3 tells no checksum of the whole that would prove it.
 * Its annotations are on the source still: whoever knows that nobody else uploaded may copy them.
 */
export const refuseUnproven = (
  { attributes: { annotations } }: CopyTask,
  { ref: { versionId } }: ObjectAttributes,
): Extract<Copied, { kind: 'refused' }> => ({
  kind: 'refused',
  code: 'CopyUnproven',
  words: `version \`${versionId ?? 'null'}\` is as our copy would be, but nothing proves that it is: the ${annotations.length} annotations of its source were not written onto it. Compare the two, then copy them`,
});
