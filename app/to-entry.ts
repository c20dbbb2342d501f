import type { LedgerContext } from '../core/ledger/ledger-context.ts';
import { verdictRecord } from '../core/ledger/verdict-record.ts';
import { gatePlan, type StackOrders } from '../core/orders/gate-plan.ts';
import type { Plan } from '../core/orders/order.ts';
import type { JudgedRef } from './judge-ref.ts';
import type { Task } from './open-messages.ts';
import type { Entry, Wait } from './settle.ts';

/** The record of one judged ref, and the order or the wait that should follow it. */
export const toEntry = (
  task: Task,
  { triggered, reading, verdict, rule, plan, at }: JudgedRef,
  stack: StackOrders,
  ledger: Omit<LedgerContext, 'now'>,
): Entry => {
  const sent = plan && rule && gatePlan(plan, rule.mode, stack, triggered.returned);
  const object = reading.kind === 'object' ? reading : undefined;
  const record = verdictRecord(
    {
      ref: triggered,
      cause: task.cause,
      ...(task.runId !== undefined && { runId: task.runId }),
      judged: { ref: reading.ref, verdict },
      ...(object && { encryption: object.encryption }),
      ...(object?.etag !== undefined && { etag: object.etag }),
      ...(object?.lastModified !== undefined && { lastModified: object.lastModified }),
      ...(object?.size !== undefined && { size: object.size }),
      ...(plan && { plan }),
      ...(sent && { sent }),
    },
    { ...ledger, now: at },
  );
  return {
    messages: task.messages,
    record,
    ...(plan?.kind === 'order' && sent === 'sent' && { order: plan.order }),
    ...(plan?.kind === 'wait' && { wait: toWait(task, plan) }),
  };
};

const toWait = ({ triggered, runId }: Task, plan: Extract<Plan, { kind: 'wait' }>): Wait => {
  const { returned: _, ...ref } = triggered; // the returned intent is closed by the record just made
  const refs = [{ ...ref, attempt: (triggered.attempt ?? 0) + 1 }];
  return {
    message: { v: 1, cause: 'wait', ...(runId !== undefined && { runId }), refs },
    seconds: plan.seconds,
  };
};
