import { createFaults, type Faults } from '../../../../local/front/faults/create-faults.ts';
import type { CallFault, EventFault } from '../../../../local/front/faults/fault.ts';

/** Faults that a test chose: for the first call of an operation, and for S3's events in turn. */
export const scripted = (
  calls: Readonly<Record<string, readonly CallFault[]>>,
  events: readonly EventFault[] = [],
): Faults =>
  createFaults(
    {
      seed: 0,
      call: (operation, n) => (n === 1 ? (calls[operation] ?? []) : []),
      event: (n) => events[n - 1] ?? { kind: 'none' },
    },
    [1, 1],
  );
