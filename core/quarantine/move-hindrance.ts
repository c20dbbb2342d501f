import { lockInForce } from '../copies/lock-in-force.ts';
import type { ObjectAttributes } from '../copies/object-attributes.ts';
import type { Move, Outcome } from '../orders/order.ts';
import type { BucketVersioning } from '../orders/plan-facts.ts';
import { refused } from './refused.ts';

/**
 * Why nothing of this bucket may be moved, or `undefined`. A delete in a suspended bucket removes the null version
 * for good, and with MFA delete no version can be deleted without a person's device.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectsfromVersioningSuspendedBuckets.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html
 */
export const bucketHindrance = (
  { pin, ref }: Pick<Move, 'pin' | 'ref'>,
  versioning: BucketVersioning,
): Outcome | undefined => {
  if (versioning.kind === 'versioning-unreadable') {
    return refused('VersioningUnreadable', versioning.words);
  }
  if (versioning.status === 'suspended') {
    return refused(
      'VersioningSuspended',
      'versioning of the bucket is suspended: enable it again, or let the rule say `isolate`',
    );
  }
  if (versioning.mfaDelete) {
    return refused(
      'MfaDelete',
      'the bucket has MFA delete: switch it off, or let the rule say `isolate`',
    );
  }
  const fits =
    versioning.status === 'enabled' ? pin.kind === 'version' : ref.versionId === undefined;
  return fits
    ? undefined
    : { kind: 'superseded', words: 'the versioning of the bucket is not what it was' };
};

/** Why this object may not be moved, or `undefined`. Locks are never bypassed. */
export const objectHindrance = (
  { archived, lock, eventHold, missingMetadata }: ObjectAttributes,
  now: Date,
): Outcome | undefined => {
  const held = lockInForce(lock, now);
  if (held?.legalHold === true) {
    return refused('ObjectLocked', 'it is under a legal hold: only its owner may lift that');
  }
  if (held !== undefined) {
    const until = held.retainUntil?.toISOString() ?? 'an unknown date';
    return refused('ObjectLocked', `Object Lock retains it until ${until}`);
  }
  if (eventHold !== undefined) {
    return refused('ObjectLocked', 'it is under an event hold: only its owner may release that');
  }
  if (missingMetadata > 0) {
    return refused(
      'MissingMetadata',
      `${missingMetadata} metadata entries cannot be read over HTTP, so nobody could verify that its copy has them: write the object anew, or let the rule say \`isolate\``,
    );
  }
  return archived
    ? refused('Archived', 'it is archived: restore it first, then judge it again')
    : undefined;
};
