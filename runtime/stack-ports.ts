import { createAbandonCopy } from '../app/copies/abandon-copy.ts';
import { createCopyWhole } from '../app/copies/copy-whole.ts';
import type { ReadPlanPorts } from '../app/release/read-plan.ts';
import { notingRestored } from '../app/release/noting-restored.ts';
import type { ReleasePorts } from '../app/release/release-ports.ts';
import { createReadBreakers, createResumeBreaker } from '../aws/breaker-table.ts';
import { createReadCaller } from '../aws/caller-identity.ts';
import type { createCliClients } from '../aws/cli-clients.ts';
import { createListParts } from '../aws/copies/list-parts.ts';
import { createReadAttributes } from '../aws/copies/read-attributes.ts';
import { createListBuckets } from '../aws/list-buckets.ts';
import { createListCopies } from '../aws/list-copies.ts';
import { createListObjects } from '../aws/list-objects.ts';
import { createListUploads } from '../aws/list-uploads.ts';
import { createPutLedgerRecords } from '../aws/put-ledger-records.ts';
import { createPutVersionTags, createReadVersionTags } from '../aws/quarantine/version-tags.ts';
import { createReadKey, createReadRotation } from '../aws/read-key.ts';
import { createReadObject } from '../aws/read-object.ts';
import { createReadBucketTags } from '../aws/read-tags.ts';
import { createReadVersioning } from '../aws/read-versioning.ts';
import { createListFolders } from '../aws/release/list-folders.ts';
import { createNoteRelease } from '../aws/release/note-release.ts';
import { createNoteRestored } from '../aws/release/note-restored.ts';
import { createReadText } from '../aws/release/read-text.ts';
import type { createStackClients } from '../aws/stack-clients.ts';
import type { OperatorRecord } from '../core/operator/operator-record.ts';
import type { Quarantine } from '../core/quarantine/move-task.ts';
import { copyPorts } from './copy-ports.ts';
import { reportingParts, type PartDone } from './reporting-parts.ts';

export type StackClients = ReturnType<typeof createCliClients> &
  Pick<ReturnType<typeof createStackClients>, 'dynamoDb' | 'firehose'>;

export type CopySizes = {
  readonly largestCopy: number; // bytes that one CopyObject is asked for
  readonly partBytes: number;
  readonly leastPartBytes?: number; // S3's own, but in simulations
};

type Where = { readonly account: string; readonly region: string };

/** All that the command line can do with what a deployed stack has. */
export const stackPorts = (
  { s3, kms, sts, dynamoDb, firehose }: StackClients,
  { account, region }: Where,
  sizes: CopySizes,
  pause: (milliseconds: number) => Promise<void>,
) => ({
  // what judging reads
  readAttributes: createReadAttributes(s3, account),
  readObject: createReadObject(s3, account),
  readVersionTags: createReadVersionTags(s3, account),
  readBucketTags: createReadBucketTags(s3, account),
  readVersioning: createReadVersioning(s3, account),
  readKey: createReadKey(kms),
  readRotation: createReadRotation(kms),
  readCaller: createReadCaller(sts),

  // what is where
  listObjects: createListObjects(s3, account),
  listFolders: createListFolders(s3, account),
  listBuckets: createListBuckets(s3, region),
  listUploads: createListUploads(s3, account),
  listParts: createListParts(s3, account),
  readTextIn: (bucket: string) => createReadText(s3, account, bucket),
  readBreakersIn: (stateTable: string) => createReadBreakers(dynamoDb, stateTable),
  resumeBreakerIn: (stateTable: string) => createResumeBreaker(dynamoDb, stateTable),
  listCopiesIn: (stateTable: string) => createListCopies(dynamoDb, stateTable),

  /** All that a release writes with, but for the ledger. */
  releaseWith: (
    stateTable: string,
    quarantine: Quarantine,
    onPart: (part: PartDone) => void,
  ): Pick<ReadPlanPorts, 'readProgress'> &
    Pick<
      ReleasePorts,
      'abandonCopy' | 'copyWhole' | 'putVersionTags' | 'noteRestored' | 'noteRelease'
    > => {
    const noteRestored = createNoteRestored(s3, account, quarantine);
    const copies = copyPorts({
      s3,
      dynamoDb,
      account,
      stateTable,
      now: () => new Date(),
      ...sizes,
    });
    return {
      readProgress: copies.progress.read,
      copyWhole: createCopyWhole(notingRestored(reportingParts(copies, onPart), noteRestored)),
      abandonCopy: createAbandonCopy(copies),
      noteRestored,
      putVersionTags: createPutVersionTags(s3, account),
      noteRelease: createNoteRelease(s3, account, quarantine),
    };
  },

  /** Writes to the ledger, and answers whether the record is durable. */
  recordIn: (streamName: string) => {
    const put = createPutLedgerRecords({ firehose, streamName, pause });
    return async (record: OperatorRecord): Promise<boolean> => (await put([record])).size === 0;
  },
});
