import type { CopyTask, EncryptWith } from '../copies/copy-task.ts';
import type { ObjectAttributes } from '../copies/object-attributes.ts';
import type { MoveManifest } from '../quarantine/manifest.ts';
import { MARKER } from '../quarantine/marker.ts';
import { releaseIdOf } from './release-id.ts';
import { withoutMarker } from './without-marker.ts';

/**
 * The copy that puts an object back. What it carries is the copy's in quarantine, but for the ACL, which only the
 * manifest knows; a lock was never carried, since what is locked is not moved. Where our marker went along into
 * quarantine, S3 must not copy the tags by itself: it would isolate what is given back.
 */
export const restoreTask = (
  { intentId, source }: MoveManifest,
  from: ObjectAttributes,
  encryption: EncryptWith,
): CopyTask => {
  const { bucket, key } = source.ref;
  return {
    id: releaseIdOf(intentId),
    attributes: { ...from, acl: source.acl, tags: withoutMarker(from.tags) },
    ...(Object.hasOwn(from.tags, MARKER) && { tags: 'set' as const }),
    to: { bucket, key },
    encryption,
    onlyIf: { kind: 'absent' },
    acl: 'carry',
    lock: 'leave',
  };
};
