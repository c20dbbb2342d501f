import type { Mode } from '../policy/compiled-policy.ts';
import type { Returned } from '../messages/ref-message.ts';
import { type EnabledOrders, isEnabled } from './enabled-orders.ts';
import type { Plan } from './order.ts';

/** What becomes of a planned order. */
export type Sent =
  | 'sent'
  | 'observe' // the stack or the rule only observes
  | 'not-enabled' // this stack has no writer for it, or not for this bucket
  | 'tried'; // this very order came back, and the object is still as it was

export type StackOrders = { readonly mode: Mode; readonly orders: EnabledOrders };

/**
 * The stack's mode is a ceiling: a rule enforces only where both it and the stack say so. An order that was
 * tried is not sent again for the same trigger: whatever refused it would refuse it for ever.
 */
export const gatePlan = (
  plan: Plan,
  ruleMode: Mode,
  stack: StackOrders,
  returned: Returned | undefined,
): Sent | undefined => {
  if (plan.kind !== 'order') {
    return undefined;
  }
  if (returned?.intentId === plan.order.intentId) {
    return 'tried';
  }
  if (!isEnabled(stack.orders, plan.order)) {
    return 'not-enabled';
  }
  return stack.mode === 'enforce' && ruleMode === 'enforce' ? 'sent' : 'observe';
};
