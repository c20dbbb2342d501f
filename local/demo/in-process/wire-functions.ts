import { createCloseDeadLetters } from '../../../app/close-dead-letters.ts';
import type { Delivery, FailedIds } from '../../../app/message.ts';
import { serialiseRefMessage } from '../../../core/messages/parse-ref-message.ts';
import type { InProcessPorts } from './in-process-ports.ts';
import { wireJudge } from './wire-judge.ts';
import { wireWriters } from './wire-writers.ts';

type Consume = (batch: readonly Delivery[]) => Promise<FailedIds>;

const ALL_SENT: ReadonlySet<number> = new Set();
const TIME_LEFT = (): number => 300_000; // milliseconds: nothing here is ever frozen

/** The use cases of the functions with the adapters that they are deployed with; only the queues are others. */
export const wireFunctions = (
  ports: InProcessPorts,
): Readonly<Record<'judge' | 'reencrypt' | 'copy' | 'quarantine' | 'close', Consume>> => {
  const { ledger, complain, queues } = ports;
  const judge = wireJudge(ports);
  const writers = wireWriters(ports);
  return {
    judge: async (batch) => judge(batch, TIME_LEFT),
    reencrypt: async (batch) => writers.reencrypt(batch, TIME_LEFT),
    copy: async (batch) => writers.copy(batch, TIME_LEFT),
    quarantine: async (batch) => writers.quarantine(batch, TIME_LEFT),
    close: createCloseDeadLetters(
      {
        ...ledger,
        neverTried: 'none: events are handed over in this process',
        sendBack: async (messages) => {
          for (const message of messages) queues().objects.send(serialiseRefMessage(message));
          return Promise.resolve(ALL_SENT);
        },
      },
      complain,
    ),
  };
};
