import type { FunctionName, QueueMessage, QueueName } from '../steps/step.ts';
import { FUNCTIONS, MOST_RECEIVES } from './settings.ts';

export type Held = {
  message: QueueMessage;
  visibleAt: number;
  receives: number;
  readonly at: QueueName;
};

/** The stack's queues: visibility, delays, an end to retries. */
export const createQueues = (bury: (message: QueueMessage) => void) => {
  const all: Record<QueueName, Held[]> = {
    objects: [],
    reencrypt: [],
    copy: [],
    quarantine: [],
    dead: [],
  };
  let sent = 0;
  const put = (at: QueueName, message: QueueMessage, visibleAt: number): void => {
    all[at].push({ message, visibleAt, receives: 0, at });
  };
  const send = (queue: QueueName, body: string, now: number, delay: number): QueueMessage => {
    sent += 1;
    const message = { id: `m${sent}`, queue, body, sentAt: now, receiveCount: 0 };
    put(queue, message, now + delay);
    return message;
  };
  const visible = (name: FunctionName, now: number): readonly Held[] => {
    const held = all[FUNCTIONS[name].queue];
    return held.length === 0 ? held : held.filter(({ visibleAt }) => visibleAt <= now);
  };
  /** Takes them: unseen by others for as long as the queue's visibility says. What came too often is buried instead. */
  const receive = (name: FunctionName, held: readonly Held[], now: number): readonly Held[] => {
    const taken: Held[] = [];
    for (const one of held) {
      if (one.receives >= MOST_RECEIVES && one.at !== 'dead') {
        remove(one);
        put('dead', { ...one.message, receiveCount: 0 }, now);
        bury(one.message);
      } else {
        one.receives += 1;
        one.visibleAt = now + FUNCTIONS[name].visibility;
        one.message = { ...one.message, receiveCount: one.receives };
        taken.push(one);
      }
    }
    return taken;
  };
  const remove = (one: Held): void => {
    all[one.at] = all[one.at].filter((other) => other !== one);
  };
  const waiting = (): readonly Held[] => Object.values(all).flat();
  return { send, put, visible, receive, remove, waiting };
};

export type Queues = ReturnType<typeof createQueues>;

/** An order that its rule's circuit breaker holds. */
export const isHeld = ({ message }: Held): boolean => message.body.includes('"why":"held"');
