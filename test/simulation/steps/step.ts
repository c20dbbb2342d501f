import type { Result } from '../../../local/model/call.ts';
import type { AwsModel } from '../../../local/model/state.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { Alert } from '../../../core/alerts/alert.ts';

export type FunctionName =
  | 'judge-object'
  | 'reencrypt-object'
  | 'copy-object'
  | 'quarantine-object'
  | 'close-dead-letter';

export type QueueName = 'objects' | 'reencrypt' | 'copy' | 'quarantine' | 'dead';

/** A message in a queue. `id` is its own for ever; a duplicate that SQS makes shares it. */
export type QueueMessage = {
  readonly id: string;
  readonly queue: QueueName; // of a dead letter: the queue that gave it up
  readonly body: string;
  readonly sentAt: number; // epoch ms
  readonly receiveCount: number; // of this delivery
};

/** One call of a Lambda function. */
export type Invocation = {
  readonly id: number;
  readonly function: FunctionName;
  readonly policyHash: string; // of the policy in its bundle
  readonly mode: 'observe' | 'enforce'; // of the stack, as this container knows it
  readonly skew?: number; // milliseconds that its container's clock goes wrong, where that is known
  readonly messages: readonly QueueMessage[];
};

/** One call that reached S3 or KMS. `answered` is false where its caller will never hear of it. */
export type CallStep = {
  readonly kind: 'call';
  readonly at: number;
  readonly by: Invocation | 'user';
  readonly service: 's3' | 'kms' | 'model';
  readonly name: string; // `HeadObject`
  readonly input: Readonly<Record<string, unknown>>; // members are the SDK's
  readonly result: Result<object>;
  readonly before: AwsModel; // immutable: keep it, compare it
  readonly after: AwsModel;
  readonly answered: boolean;
};

/** What happened, in the order in which it happened. */
export type Step =
  | CallStep
  | {
      readonly kind: 'recorded'; // durable in the ledger's stream
      readonly at: number;
      readonly by: Invocation;
      readonly lines: readonly string[]; // as they lie there, each with its line end
      readonly records: readonly LedgerRecord[];
    }
  | {
      readonly kind: 'alerted';
      readonly at: number;
      readonly by: Invocation;
      readonly alerts: readonly Alert[];
    }
  | {
      readonly kind: 'sent'; // SQS took it
      readonly at: number;
      readonly by: Invocation | 's3';
      readonly message: QueueMessage; // receiveCount 0
    }
  | { readonly kind: 'began'; readonly at: number; readonly invocation: Invocation }
  | {
      readonly kind: 'ended';
      readonly at: number;
      readonly invocation: Invocation;
      readonly how: 'returned' | 'threw' | 'died'; // died: crash or time-out in the middle
      readonly deleted: readonly QueueMessage[]; // messages that left their queue for ever, as handled
    }
  | { readonly kind: 'buried'; readonly at: number; readonly message: QueueMessage }; // into the dead-letter queue
