import { createApplyOrders } from '../../app/apply-orders.ts';
import type { Admission, BreakerOpened } from '../../core/breaker/admission.ts';
import type { Again } from '../../core/messages/order-message.ts';
import type { RefMessage } from '../../core/messages/ref-message.ts';
import type { Order, Outcome, UpdateEncryption } from '../../core/orders/order.ts';
import type { Mode } from '../../core/policy/compiled-policy.ts';
import type { Policy } from '../../core/policy/load-policy.ts';
import { makeComplaints, POLICY } from './fakes.ts';

type Answer = Outcome | 'continue';

type Options = {
  readonly apply?: () => Answer | Error | Promise<Answer>;
  readonly admission?: Admission | Error;
  readonly lost?: 'ref' | 'order' | 'notice'; // what does not arrive in its queue
  readonly mode?: Mode;
  readonly policy?: Policy;
};

/** A writer that updates encryption, and all that it did. An order of 15 s. */
export const makeWriter = ({
  apply = () => ({ kind: 'applied' }),
  admission = { kind: 'go' },
  lost,
  mode = 'enforce',
  policy = POLICY,
}: Options = {}) => {
  const applied: UpdateEncryption[] = [];
  const asked: string[] = [];
  const looked: string[] = []; // asked about the breaker without being counted
  const announced: BreakerOpened[] = [];
  const sentBack: RefMessage[] = [];
  const sentAgain: { order: Order; again: Again; delaySeconds: number }[] = [];
  const log: string[] = [];
  const { complain, complaints } = makeComplaints();
  const send = async (what: typeof lost, done: string, keep: () => void): Promise<void> => {
    if (lost !== undefined && lost === what) throw new Error('queue away');
    log.push(done);
    keep();
    return Promise.resolve();
  };
  const write = createApplyOrders<'update-encryption'>(
    {
      policy,
      mode,
      apply: {
        'update-encryption': async (order) => {
          applied.push(order);
          const outcome = apply();
          return outcome instanceof Error ? Promise.reject(outcome) : outcome;
        },
      },
      forget: async () => send(undefined, 'forgotten', () => undefined),
      abandon: async () => send(undefined, 'abandoned', () => undefined),
      admit: async ({ intentId }) => {
        asked.push(intentId);
        return admission instanceof Error ? Promise.reject(admission) : Promise.resolve(admission);
      },
      isOpen: async ({ intentId }) => {
        looked.push(intentId);
        return Promise.resolve(admission instanceof Error || admission.kind === 'held');
      },
      announce: async (opened) => send('notice', 'announced', () => announced.push(opened)),
      sendBack: async (back) => send('ref', 'sent back', () => sentBack.push(back)),
      sendAgain: async (order, again, delaySeconds) =>
        send('order', 'sent again', () => sentAgain.push({ order, again, delaySeconds })),
      timeToApply: 15_000,
      atOnce: 2,
    },
    complain,
  );
  return { write, applied, asked, looked, announced, sentBack, sentAgain, complaints, log };
};
