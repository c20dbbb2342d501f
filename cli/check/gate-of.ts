import type { JudgedRef } from '../../app/judge-ref.ts';
import { enabledOrders } from '../../core/orders/enabled-orders.ts';
import { gatePlan, type Sent, type StackOrders } from '../../core/orders/gate-plan.ts';

/** A stack that enforces, with every writer for every bucket: what is deployed may only do less. */
const STACK: StackOrders = { mode: 'enforce', orders: enabledOrders(['*'], ['*']) };

/** What a stack would make of the plan; `undefined` where there is no order to send. */
export const gateOf = ({ plan, rule }: Pick<JudgedRef, 'plan' | 'rule'>): Sent | undefined =>
  plan === undefined || rule === undefined
    ? undefined
    : gatePlan(plan, rule.mode, STACK, undefined); // nothing was tried: no order came back
