import type { FaultPlan } from './fault-plan.ts';
import type { Counting } from './tally.ts';

export type HoldEvents = {
  readonly pass: <Item>(items: readonly Item[], push: (items: readonly Item[]) => void) => void;
  readonly held: () => number; // that will still be pushed
  readonly drop: () => void; // nobody is there any more to take them
};

/** Everything at once, as it comes. */
export const LET_THROUGH: HoldEvents = {
  pass: (items, push) => push(items),
  held: () => 0,
  drop: () => undefined,
};

/** Lets S3 events through now, later, or twice, as the plan says for each of them in turn. */
export const createHoldEvents = (plan: FaultPlan, counting: Counting): HoldEvents => {
  const timers = new Set<NodeJS.Timeout>();
  let seen = 0;
  return {
    pass: (items, push) => {
      for (const item of items) {
        const fault = plan.event((seen += 1));
        if (fault.kind === 'none' || fault.kind === 'duplicated') push([item]);
        if (fault.kind === 'none') continue;
        counting.event(fault.kind);
        const timer = setTimeout(() => {
          timers.delete(timer);
          push([item]);
        }, fault.ms);
        timers.add(timer);
      }
    },
    held: () => timers.size,
    drop: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};
