import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import type { Outcome } from '../../core/orders/order.ts';

/** What a copy onto itself means for its order. The version that stays behind is named where one does. */
export const toOutcome = (
  { attributes: { ref } }: CopyTask,
  copied: Copied,
): Outcome | 'continue' => {
  switch (copied.kind) {
    case 'copied':
      return toApplied(ref.versionId ?? 'null', copied.versionId ?? 'null');
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

/**
 * Without versions the copy has taken its source's place, and so has that of a null version while they are suspended;
 * of any other version there is no copy then. Nothing else is ever replaced, see refuse-suspended.ts.
 */
const toApplied = (source: string, copy: string): Outcome =>
  source === copy ? { kind: 'applied' } : { kind: 'applied', became: copy, residual: source };
