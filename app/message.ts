/** One message taken from a queue. `id` is what the queue wants back if it was not handled. */
export type Message = { readonly id: string; readonly body: string };

export type QueuedMessage = Message & { readonly queueArn: string };

/** One delivery of a message, the `receiveCount`th. */
export type Delivery = QueuedMessage & { readonly receiveCount: number };

/** Ids of messages that the queue must deliver again. */
export type FailedIds = ReadonlySet<string>;

/** Says what went wrong with one message; the message itself goes back to the queue. */
export type Complain = (what: string, about: Readonly<Record<string, unknown>>) => void;
