import type { S3Client } from '@aws-sdk/client-s3';
import type { Alert } from '../../../core/alerts/alert.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { RefMessage } from '../../../core/messages/ref-message.ts';
import type { Quarantine } from '../../../core/quarantine/move-task.ts';
import type { Faults } from '../../front/faults/create-faults.ts';
import type { Front } from '../../front/start-front.ts';
import type { Finished } from '../../stand-in/run-process.ts';
import type { DemoKeys } from '../stage/keys.ts';

/** A ledger record on its way, once whoever took it has answered for it. */
export type SeenRecord = {
  readonly record: LedgerRecord;
  readonly durableAt: number; // epoch ms
};

/** An alert that was published: what people get to read of it. */
export type SeenAlert = Pick<Alert, 'subject' | 'body'>;

/** What may be put on a queue by hand: a door that anyone with the right to send has. */
export type RefQueue = 'objects' | 'backlog';

/**
 * Everything that the demo and the end-to-end tests know of where they run. The deployed stack and the in-process
 * one look the same from here: nothing in the chain is a special path for either.
 */
export type World = Pick<Front, 'url' | 'model' | 'onCall' | 'onEvent' | 'deliver'> & {
  readonly deployed: boolean;
  readonly account: string;
  readonly region: string;
  readonly s3: S3Client;
  readonly keys: DemoKeys;
  readonly stack: string; // its name
  readonly quarantine: Quarantine;
  readonly stateTable: string; // its name
  readonly sealward: (args: readonly string[]) => Promise<Finished>; // the command, on this AWS
  readonly policyFile: string;
  readonly objectsQueueArn: string;
  readonly ledger: string; // where the records lie, for people
  readonly sendRefs: (queue: RefQueue, message: RefMessage) => Promise<void>;
  readonly topicToObjects: (name: string) => Promise<string>; // its ARN: what S3 tells it reaches `objects`
  readonly onRecord: (listener: (seen: SeenRecord) => void) => () => void;
  readonly readLedger: () => Promise<readonly LedgerRecord[]>; // all of it, as it lies there
  readonly queued: () => Promise<number>; // messages that wait or are worked on, dead letters apart
  readonly faults?: Faults; // what goes wrong; absent where nothing is made to
  readonly deadLetters: () => Promise<number>;
  readonly alerts: () => readonly SeenAlert[]; // published so far
  readonly node: () => string; // version of the Node that runs the functions
  readonly saveLogs: (folder: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};
