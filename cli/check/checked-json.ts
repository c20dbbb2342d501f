import type { Plan } from '../../core/orders/order.ts';
import type { Checked } from './check-ports.ts';
import { gateOf } from './gate-of.ts';
import { refOf } from './show-checked.ts';

/** One object's line of `--json`: raw values, since JSON escapes what a terminal must not see. */
export const checkedJson = (checked: Checked): Readonly<Record<string, unknown>> => {
  const { bucket, key, versionId } = refOf(checked);
  const ref = { kind: 'object', bucket, key, ...(versionId !== undefined && { versionId }) };
  if (checked.kind === 'failed') {
    const { cause, words } = checked.problem;
    return { ...ref, verdict: { kind: 'failed', cause, words } };
  }
  const { reading, verdict, plan } = checked;
  const gate = gateOf(checked);
  return {
    ...ref,
    verdict,
    ...(reading.kind === 'object' && { encryption: reading.encryption }),
    ...(plan !== undefined && { next: nextJson(plan) }),
    ...(gate !== undefined && { gate }),
  };
};

// `because` and `ref` stand beside it already, and there is no intent: nothing is going to be done.
const nextJson = (plan: Plan): Readonly<Record<string, unknown>> => {
  if (plan.kind !== 'order') return plan;
  const { order } = plan;
  return {
    kind: 'order',
    order: order.kind,
    pin: order.pin,
    ...('to' in order && { to: order.to }),
  };
};
