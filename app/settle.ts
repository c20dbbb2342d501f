import { alertFor, type Alert } from '../core/alerts/alert-for.ts';
import type { LedgerContext } from '../core/ledger/ledger-context.ts';
import type { LedgerRecord } from '../core/ledger/ledger-record.ts';
import { verdictRecord } from '../core/ledger/verdict-record.ts';
import type { RefMessage } from '../core/messages/ref-message.ts';
import { gatePlan, type Sent, type StackOrders } from '../core/orders/gate-plan.ts';
import type { Order } from '../core/orders/order.ts';
import type { Severity } from '../core/policy/compiled-policy.ts';
import type { JudgedRef } from './judge-ref.ts';
import type { Complain } from './message.ts';
import type { Task } from './open-messages.ts';

/** Each answers the indexes that did NOT arrive durably, after its own retries. */
export type SettlePorts = {
  readonly record: (records: readonly LedgerRecord[]) => Promise<ReadonlySet<number>>;
  readonly sendOrders: (orders: readonly Order[]) => Promise<ReadonlySet<number>>;
  readonly sendLater: (waits: readonly Wait[]) => Promise<ReadonlySet<number>>;
  readonly publishAlerts: (alerts: readonly Alert[]) => Promise<ReadonlySet<number>>;
  readonly stack: StackOrders;
  readonly alertFrom: Severity;
  readonly ledger: Omit<LedgerContext, 'now'>;
  readonly now: () => Date;
};

export type Wait = { readonly message: RefMessage; readonly seconds: number };
export type JudgedTask = { readonly task: Task; readonly judged: JudgedRef };

type Entry = JudgedTask & { readonly record: LedgerRecord; readonly sent?: Sent };

/**
 * Records every verdict, then sends what should follow, then alerts: in this order, so that no write can happen
 * whose intent is not in the ledger. Answers the tasks that are settled whole.
 */
export const settle = async (
  ports: SettlePorts,
  judged: readonly JudgedTask[],
  complain: Complain,
): Promise<ReadonlySet<Task>> => {
  const entries = judged.map((one) => toEntry(ports, one));
  let open = await keepArrived(entries, 'ledger', complain, (some) =>
    ports.record(some.map(({ record }) => record)),
  );
  open = await sendWhere(open, toOrder, 'order', complain, ports.sendOrders);
  open = await sendWhere(open, toWait, 'wait', complain, ports.sendLater);
  const toAlert = ({ record }: Entry) => alertFor(record, ports.alertFrom);
  open = await sendWhere(open, toAlert, 'alert', complain, ports.publishAlerts);
  return new Set(open.map(({ task }) => task));
};

const toEntry = ({ stack, ledger, now }: SettlePorts, { task, judged }: JudgedTask): Entry => {
  const { triggered, reading, verdict, rule, plan } = judged;
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
    { ...ledger, now: now() },
  );
  return { task, judged, record, ...(sent && { sent }) };
};

const toOrder = ({ judged: { plan }, sent }: Entry): Order | undefined =>
  plan?.kind === 'order' && sent === 'sent' ? plan.order : undefined;

const toWait = ({ task, judged: { triggered, plan } }: Entry): Wait | undefined => {
  if (plan?.kind !== 'wait') {
    return undefined;
  }
  const { returned: _, ...ref } = triggered; // the returned intent is closed by the record just written
  const refs = [{ ...ref, attempt: (triggered.attempt ?? 0) + 1 }];
  const run = task.runId === undefined ? {} : { runId: task.runId };
  return { message: { v: 1, cause: 'wait', ...run, refs }, seconds: plan.seconds };
};

/** Sends what an entry asks for, if anything; keeps the entries for which nothing was left behind. */
const sendWhere = async <Item>(
  entries: readonly Entry[],
  toItem: (entry: Entry) => Item | undefined,
  what: string,
  complain: Complain,
  send: (items: readonly Item[]) => Promise<ReadonlySet<number>>,
): Promise<readonly Entry[]> => {
  const asking = entries
    .map((entry) => ({ entry, item: toItem(entry) }))
    .filter((pair): pair is { entry: Entry; item: Item & {} } => pair.item !== undefined);
  const arrived = await keepArrived(asking, what, complain, (some) =>
    send(some.map(({ item }) => item)),
  );
  const lost = new Set(asking.filter((pair) => !arrived.includes(pair)).map(({ entry }) => entry));
  return entries.filter((entry) => !lost.has(entry));
};

const keepArrived = async <One>(
  all: readonly One[],
  what: string,
  complain: Complain,
  send: (all: readonly One[]) => Promise<ReadonlySet<number>>,
): Promise<readonly One[]> => {
  if (all.length === 0) {
    return [];
  }
  const missing = await send(all).catch((error: unknown) => {
    complain(`${what} could not be sent`, { count: all.length, error });
    return new Set(all.keys());
  });
  if (missing.size > 0) {
    complain(`${what} did not arrive`, { count: missing.size });
  }
  return all.filter((_, index) => !missing.has(index));
};
