import { bucketOwnerNamed } from './calls/bucket-owner-named.ts';
import { keysWritten } from './calls/keys-written.ts';
import { dataSurvives } from './data/data-survives.ts';
import { deletedOnlyByMove } from './data/deleted-only-by-move.ts';
import { neverResurrected } from './data/never-resurrected.ts';
import { neverWeaker } from './data/never-weaker.ts';
import type { Invariant } from './invariant.ts';

/** What may happen to data: DESIGN section 4, 1 to 4, 10 and 12. */
export const DATA_INVARIANTS: readonly Invariant[] = [
  dataSurvives,
  deletedOnlyByMove,
  neverResurrected,
  neverWeaker,
  bucketOwnerNamed,
  keysWritten,
];
