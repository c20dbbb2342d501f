import type { Plan, ReportReason } from './order.ts';

/** No order, and why. `detail` is the part of the reason that is particular to this object. */
export const report = (reason: ReportReason, detail?: string): Plan => ({
  kind: 'report',
  reason,
  ...(detail !== undefined && { detail }),
});
