import type { Plan } from './order.ts';
import { report } from './report.ts';

const MOST_WAITS = 96; // a day of 900-second delays

/** A wait that has gone on for a day becomes a report: whatever it waits for is stuck. */
export const boundWait = (plan: Plan, attempt: number): Plan =>
  plan.kind === 'wait' && attempt >= MOST_WAITS ? report(plan.reason) : plan;
