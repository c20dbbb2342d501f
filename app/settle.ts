import type { Alert } from '../core/alerts/alert.ts';
import { alertFor } from '../core/alerts/alert-for.ts';
import type { LedgerContext } from '../core/ledger/ledger-context.ts';
import type { LedgerRecord } from '../core/ledger/ledger-record.ts';
import type { RefMessage } from '../core/messages/ref-message.ts';
import type { Order } from '../core/orders/order.ts';
import type { Severity } from '../core/policy/compiled-policy.ts';
import type { Complain } from './message.ts';
import { type SendAll, sendWhere } from './send-where.ts';

export type LedgerPorts = {
  readonly record: SendAll<LedgerRecord>;
  readonly publishAlerts: SendAll<Alert>;
  readonly alertFrom: Severity;
  readonly ledger: Omit<LedgerContext, 'now'>;
  readonly now: () => Date;
};

export type SettlePorts = LedgerPorts & {
  readonly sendOrders: SendAll<Order>;
  readonly sendLater: SendAll<Wait>;
};

export type Wait = { readonly message: RefMessage; readonly seconds: number };

/** What one ref or message comes to: a record, and what should follow once that is durable. */
export type Entry = {
  readonly messages: ReadonlySet<string>; // ids of the messages that are settled with it
  readonly record: LedgerRecord;
  readonly order?: Order;
  readonly wait?: Wait;
};

/**
 * Records, then sends what should follow, then alerts: in this order, so that no write can happen whose intent
 * is not in the ledger. Answers the entries that are settled whole.
 */
export const settle = async (
  ports: SettlePorts,
  entries: readonly Entry[],
  complain: Complain,
): Promise<readonly Entry[]> => {
  let open = await sendWhere(entries, ({ record }) => record, 'record', ports.record, complain);
  open = await sendWhere(open, ({ order }) => order, 'order', ports.sendOrders, complain);
  open = await sendWhere(open, ({ wait }) => wait, 'wait', ports.sendLater, complain);
  return alert(ports, open, complain);
};

/** Alerts what is grave enough. Answers the entries that are done with. */
export const alert = async <One extends { readonly record?: LedgerRecord }>(
  ports: LedgerPorts,
  entries: readonly One[],
  complain: Complain,
): Promise<readonly One[]> => {
  const toAlert = ({ record }: One): Alert | undefined =>
    record && alertFor(record, ports.alertFrom);
  return sendWhere(entries, toAlert, 'alert', ports.publishAlerts, complain);
};
