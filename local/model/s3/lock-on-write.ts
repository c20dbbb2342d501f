// The lock a new version gets: from the request, else from the bucket's default retention.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html status: documented
import type { Refused } from '../call.ts';
import { readEventHold, type EventHoldRequest } from './event-hold.ts';
import { invalidArgument, invalidRequest } from './refusals.ts';
import type { Bucket } from './bucket.ts';
import type { S3Scope } from './scope.ts';
import type { EventHold, Retention } from './stored-object.ts';

export type LockRequest = EventHoldRequest & {
  readonly ObjectLockMode?: string | undefined;
  readonly ObjectLockRetainUntilDate?: Date | undefined;
  readonly ObjectLockLegalHoldStatus?: string | undefined;
};

export type ChosenLock = {
  readonly retention: Retention | undefined;
  readonly legalHold: boolean | undefined;
  readonly eventHold: EventHold | undefined;
};

const DAY = 24 * 60 * 60 * 1000;

export const isLockMode = (mode: string | undefined): mode is Retention['mode'] =>
  mode === 'GOVERNANCE' || mode === 'COMPLIANCE';

const defaultRetention = (bucket: Bucket, now: number): Retention | undefined => {
  const rule = bucket.defaultRetention;
  return rule === undefined
    ? undefined
    : { mode: rule.mode, until: now + (rule.days ?? (rule.years ?? 0) * 365) * DAY };
};

export const readRetention = (
  mode: string | undefined,
  until: Date | undefined,
  now: number,
): { readonly retention: Retention } | Refused => {
  if (mode === undefined || until === undefined) {
    return invalidArgument(
      'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
    );
  }
  if (!isLockMode(mode)) return invalidArgument('Unknown wormMode directive.');
  return until.getTime() <= now
    ? invalidArgument('The retain until date must be in the future!')
    : { retention: { mode, until: until.getTime() } };
};

export const chooseLock = (
  { bucket, context }: Pick<S3Scope, 'bucket' | 'context'>,
  request: LockRequest,
): ChosenLock | Refused => {
  const { ObjectLockMode: mode, ObjectLockRetainUntilDate: until } = request;
  const hold = request.ObjectLockLegalHoldStatus;
  const asksRetention = mode !== undefined || until !== undefined;
  const asks = asksRetention || hold !== undefined || request.ObjectLockEventHold !== undefined;
  if (!bucket.objectLock && asks) {
    return invalidRequest('Bucket is missing Object Lock Configuration');
  }
  const event = readEventHold(request);
  if (!('eventHold' in event)) return event;
  const { eventHold } = event;
  const legalHold = hold === undefined ? undefined : hold === 'ON';
  if (!asksRetention) {
    return { retention: defaultRetention(bucket, context.now), legalHold, eventHold };
  }
  const read = readRetention(mode, until, context.now);
  return 'retention' in read ? { retention: read.retention, legalHold, eventHold } : read;
};
