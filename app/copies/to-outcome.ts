import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import type { Outcome } from '../../core/orders/order.ts';

/** What a copy onto itself means for its order. The version that stays behind is named where one does. */
export const toOutcome = (
  { attributes: { ref } }: CopyTask,
  copied: Copied,
): Outcome | 'continue' => {
  switch (copied.kind) {
    case 'copied':
      // without versions, or while they are suspended, the copy has taken its source's place
      return ref.versionId === undefined ||
        copied.versionId === undefined ||
        copied.versionId === ref.versionId
        ? { kind: 'applied' }
        : { kind: 'applied', became: copied.versionId, residual: ref.versionId };
    case 'unfinished':
      return 'continue';
    case 'source-changed':
    case 'destination-changed':
      return { kind: 'superseded', words: copied.words };
    case 'refused':
      return copied;
    default:
      return copied satisfies never;
  }
};
