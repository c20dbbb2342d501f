import type { FrontRequest } from '../../front-request.ts';
import type { BatchParts } from './batch-parts.ts';
import { splitFirehose } from './split-firehose.ts';
import { splitSns } from './split-sns.ts';
import { splitSqs } from './split-sqs.ts';

const SPLITS: Readonly<Record<string, (request: FrontRequest, share: number) => BatchParts>> = {
  'firehose:PutRecordBatch': splitFirehose,
  'sqs:SendMessageBatch': splitSqs,
  'sns:PublishBatch': splitSns,
};

/** Undefined: this operation is no batch. */
export const splitBatch = (
  operation: string,
  request: FrontRequest,
  share: number,
): BatchParts | undefined => SPLITS[operation]?.(request, share);
