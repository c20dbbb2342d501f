import type { CopyTask } from '../../core/copies/copy-task.ts';
import type { Made } from '../../core/copies/made.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import { parseQuarantineKey } from '../../core/release/parse-quarantine-key.ts';
import type { Restored } from '../../core/release/restored.ts';
import type { CopyPorts } from '../copies/copy-ports.ts';

export type NoteRestored = (bucket: string, restored: Restored) => Promise<void>;

/**
 * Copies as the given ports do, and notes what was made before the copy's own progress is forgotten: from the first
 * byte to the note of the release there is always one of the two by which an interrupted run is recognised.
 */
export const notingRestored = (ports: CopyPorts, noteRestored: NoteRestored): CopyPorts => {
  const noting = async <Answer extends Made | Refusal | { readonly kind: 'no-upload' }>(
    { attributes, to }: CopyTask,
    answer: Answer,
  ): Promise<Answer> => {
    const intentId = parseQuarantineKey(attributes.ref.key)?.intentId;
    if (answer.kind !== 'made' || intentId === undefined) return answer;
    const { etag, versionId } = answer;
    await noteRestored(to.bucket, {
      v: 1,
      intentId,
      at: ports.now().toISOString(),
      etag,
      ...(versionId !== undefined && { versionId }),
    });
    return answer;
  };
  const { copyObject, uploads } = ports;
  return {
    ...ports,
    copyObject: async (task) => noting(task, await copyObject(task)),
    uploads: {
      ...uploads,
      complete: async (task, upload, parts) =>
        noting(task, await uploads.complete(task, upload, parts)),
    },
  };
};
