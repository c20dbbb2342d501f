import type { Invocation } from '../steps/step.ts';

type Timer = {
  readonly owner: Invocation | undefined; // for whom it was set
  readonly at: number;
  readonly ring: () => void;
};

/** Time that passes only when it is told to, and what waits for it. Epoch milliseconds. */
export const createClock = (startedAt: number) => {
  const timers = new Set<Timer>();
  let now = startedAt;
  return {
    now: (): number => now,
    pass: (ms: number): void => {
      now += ms;
    },
    reach: (at: number): void => {
      now = Math.max(now, at);
    },
    /** Answers what takes it back. */
    setTimer: (owner: Invocation | undefined, ms: number, ring: () => void): (() => void) => {
      const timer = { owner, at: now + ms, ring };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    dropTimersOf: (isDead: (owner: Invocation) => boolean): void => {
      for (const timer of timers) {
        if (timer.owner !== undefined && isDead(timer.owner)) timers.delete(timer);
      }
    },
    /** Rings the first timer that is due, and no other: its code has to run to its next wait first. */
    ringOne: (): boolean => {
      for (const timer of timers) {
        if (timer.at <= now) {
          timers.delete(timer);
          timer.ring();
          return true;
        }
      }
      return false;
    },
    moments: (): readonly number[] => [...timers].map(({ at }) => at),
  };
};

export type Clock = ReturnType<typeof createClock>;
