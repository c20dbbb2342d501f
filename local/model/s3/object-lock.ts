// What Object Lock forbids: removing or weakening a protected version. Never new versions, never delete markers.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html status: documented
import type { Refused } from '../call.ts';
import { accessDenied } from './refusals.ts';
import type { Retention, StoredObject } from './stored-object.ts';

export const isRetained = (retention: Retention | undefined, now: number): retention is Retention =>
  retention !== undefined && retention.until > now;

export const isLocked = (object: StoredObject, now: number): boolean =>
  object.legalHold === true || object.eventHold !== undefined || isRetained(object.retention, now);

/** Only governance can be bypassed; a legal hold has to be lifted, compliance has to end. */
export const checkRemovable = (
  object: StoredObject,
  now: number,
  bypass: boolean,
): Refused | undefined => {
  const retained = isRetained(object.retention, now);
  const heldBack = retained && !(bypass && object.retention.mode === 'GOVERNANCE');
  return object.legalHold === true || object.eventHold !== undefined || heldBack
    ? accessDenied('Access Denied because object protected by object lock.')
    : undefined;
};

const weakens = (from: Retention, to: Retention | undefined): boolean =>
  to === undefined || to.until < from.until || to.mode !== from.mode;

/** Retention may grow; anything else needs governance and the bypass. */
export const checkRetentionChange = (
  from: Retention | undefined,
  to: Retention | undefined,
  now: number,
  bypass: boolean,
): Refused | undefined =>
  isRetained(from, now) && weakens(from, to) && !(bypass && from.mode === 'GOVERNANCE')
    ? accessDenied('Access Denied because object protected by object lock.')
    : undefined;
