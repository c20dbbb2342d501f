import type { CallFaultKind, EventFaultKind } from './fault.ts';

/** How many faults of each kind were dealt. */
export type FaultTally = {
  readonly calls: Readonly<Record<CallFaultKind, number>>; // attempts
  readonly events: Readonly<Record<EventFaultKind, number>>;
  readonly exhausted: number; // calls whose last attempt failed: what was being done goes back to its queue
};

export type Counting = {
  readonly call: (kind: CallFaultKind, invocation: string) => void;
  readonly answered: (invocation: string) => void; // a later attempt got through
  readonly event: (kind: EventFaultKind) => void;
  readonly sum: () => FaultTally;
};

/** Kinds after which the caller has an answer that it can use: none of its attempts is to come. */
const USABLE: ReadonlySet<CallFaultKind> = new Set(['late', 'partial']);

export const createCounting = (): Counting => {
  const calls = {
    'slow-down': 0,
    'internal-error': 0,
    throttled: 0,
    'request-lost': 0,
    'answer-lost': 0,
    late: 0,
    corrupted: 0,
    partial: 0,
  };
  const events = { duplicated: 0, delayed: 0, reordered: 0, dropped: 0 };
  const failing = new Set<string>(); // only time tells whether an SDK tries again
  return {
    call: (kind, invocation) => {
      calls[kind] += 1;
      if (USABLE.has(kind)) failing.delete(invocation);
      else failing.add(invocation);
    },
    answered: (invocation) => failing.delete(invocation),
    event: (kind) => {
      events[kind] += 1;
    },
    sum: () => ({ calls: { ...calls }, events: { ...events }, exhausted: failing.size }),
  };
};
