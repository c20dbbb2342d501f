import type { CompiledPolicy, CompiledRule, Mode, OnViolation } from '../policy/compiled-policy.ts';
import type { EncryptTo, Order, OrderKind } from './order.ts';

/** What each `on-violation` may lead to. */
const ORDERS_OF: Readonly<Record<OnViolation, readonly OrderKind[]>> = {
  report: [],
  're-encrypt': ['update-encryption'],
  're-encrypt-by-copy': ['update-encryption', 'copy', 'copy-in-parts'],
  isolate: ['isolate'],
  quarantine: ['isolate', 'move'],
};

/**
 * Why an order is no longer wanted, or `undefined` where it is. An order waits in its queue for up to 14 days.
 * INVARIANT: keys are written only to targets of the policy at hand, and only while stack and rule enforce.
 */
export const noLongerOrdered = (
  { rules, policyHash }: Pick<CompiledPolicy, 'rules' | 'policyHash'>,
  stackMode: Mode,
  order: Order,
): string | undefined => {
  if (order.policyHash !== policyHash) {
    return 'another policy holds by now: it may exempt the object, or say something else of it';
  }
  const rule = rules.find(({ id }) => id === order.because.rule);
  if (stackMode !== 'enforce' || rule?.mode !== 'enforce') {
    return 'stack and rule do not both enforce';
  }
  if (!ORDERS_OF[rule.onViolation].includes(order.kind)) {
    return `the rule says \`${rule.onViolation}\` by now`;
  }
  return 'to' in order && !isTarget(rule, order.to)
    ? "the rule's target is another one"
    : undefined;
};

const isTarget = ({ target }: CompiledRule, to: EncryptTo): boolean =>
  target?.keyArn === to.keyArn &&
  target.algorithm === to.algorithm &&
  target.bucketKey === to.bucketKey;
