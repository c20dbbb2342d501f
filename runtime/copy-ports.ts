import type { CopyPorts } from '../app/copies/copy-ports.ts';
import { createAbortUpload } from '../aws/copies/abort-upload.ts';
import { createCarryAnnotation } from '../aws/copies/carry-annotation.ts';
import { createCompleteUpload } from '../aws/copies/complete-upload.ts';
import { createCopyObject } from '../aws/copies/copy-object.ts';
import { createCopyPart } from '../aws/copies/copy-part.ts';
import { createCopyProgressTable } from '../aws/copies/copy-progress-table.ts';
import { createCreateUpload } from '../aws/copies/create-upload.ts';
import { createListAnnotations } from '../aws/copies/list-annotations.ts';
import { createListParts } from '../aws/copies/list-parts.ts';
import { createReadAttributes } from '../aws/copies/read-attributes.ts';
import { createReadCopy } from '../aws/copies/read-copy.ts';
import { createVersionsOfKey } from '../aws/copies/versions-of-key.ts';
import { createReadObject } from '../aws/read-object.ts';
import { createReadVersioning } from '../aws/read-versioning.ts';
import type { createCopyingS3Client, createDynamoDbClient } from '../aws/clients.ts';
import { LEAST_PART_BYTES } from '../core/copies/part-plan.ts';

export type CopyWiring = {
  readonly s3: ReturnType<typeof createCopyingS3Client>;
  readonly dynamoDb: ReturnType<typeof createDynamoDbClient>;
  readonly account: string; // owner of source and destination
  readonly stateTable: string;
  readonly largestCopy: number; // bytes
  readonly partBytes: number;
  readonly leastPartBytes?: number; // S3's own unless a simulation lowers it
  readonly now: () => Date;
};

/** Copies as S3 and the state table do them: for the copy writer, the quarantine writer and the release command. */
export const copyPorts = ({
  s3,
  dynamoDb,
  account,
  stateTable,
  now,
  ...sizes
}: CopyWiring): CopyPorts => ({
  readAttributes: createReadAttributes(s3, account),
  readObject: createReadObject(s3, account),
  readCopy: createReadCopy(s3, account),
  readVersioning: createReadVersioning(s3, account),
  versionsOfKey: createVersionsOfKey(s3, account),
  copyObject: createCopyObject(s3, account, now),
  uploads: {
    create: createCreateUpload(s3, account, now),
    copyPart: createCopyPart(s3, account),
    listParts: createListParts(s3, account),
    complete: createCompleteUpload(s3, account),
    abort: createAbortUpload(s3, account),
  },
  listAnnotations: createListAnnotations(s3, account),
  carryAnnotation: createCarryAnnotation(s3, account),
  progress: createCopyProgressTable(dynamoDb, stateTable),
  now,
  largestCopy: sizes.largestCopy,
  partBytes: sizes.partBytes,
  leastPartBytes: sizes.leastPartBytes ?? LEAST_PART_BYTES,
  atOnce: 16,
});
