import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import { isOntoItself } from '../../core/copies/is-onto-itself.ts';

/** Why a copy in parts would lose something, and is therefore not begun. */
export const refuseInParts = (task: CopyTask): Extract<Copied, { kind: 'refused' }> | undefined => {
  const { missingMetadata, annotations, ref } = task.attributes;
  if (missingMetadata > 0) {
    return {
      kind: 'refused',
      code: 'MissingMetadata',
      words: `${missingMetadata} metadata entries cannot be read over HTTP, so a copy in parts would lose them: write the object anew`,
    };
  }
  // S3 takes annotations only for an object that is there, and the source is gone by then
  const replacesItself = isOntoItself(task) && (ref.versionId ?? 'null') === 'null';
  return annotations.length > 0 && replacesItself
    ? {
        kind: 'refused',
        code: 'AnnotationsWouldBeLost',
        words: `a copy in parts of an object without a version id could lose its ${annotations.length} annotations: turn on versioning and overwrite it`,
      }
    : undefined;
};
