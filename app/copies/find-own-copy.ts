import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { CopyTask } from '../../core/copies/copy-task.ts';
import { isOntoItself } from '../../core/copies/is-onto-itself.ts';
import type { KeyVersion } from '../../core/copies/key-version.ts';
import type { Made } from '../../core/copies/made.ts';
import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { CopyPorts } from './copy-ports.ts';
import { whoseCopy } from './whose-copy.ts';

export type Unproven = { readonly kind: 'unproven'; readonly copy: ObjectAttributes };

/** The copy that an earlier try of this task has made, where its answer never arrived. */
export const findOwnCopy = async (
  ports: Pick<CopyPorts, 'versionsOfKey' | 'readAttributes' | 'uploads'>,
  task: CopyTask,
  note: CopyProgress,
): Promise<Made | Unproven | undefined> => {
  const place = await placeOf(ports, task);
  if (place === undefined) return undefined;
  const reading = await ports.readAttributes(place);
  if (reading.kind !== 'attributes') return undefined;
  const { attributes } = reading;
  const whose = await whoseCopy(ports, task, note, attributes);
  if (whose === 'foreign') return undefined;
  if (whose === 'unproven') return { kind: 'unproven', copy: attributes };
  const { etag, ref } = attributes;
  return {
    kind: 'made',
    etag,
    ...(ref.versionId !== undefined && { versionId: ref.versionId }),
  };
};

/**
 * Where that copy would be: right above its source, in its source's place where versioning is off, and at any other
 * destination what is current there. Whatever lies under a delete marker was deleted, whoever made it.
 */
const placeOf = async (
  { versionsOfKey }: Pick<CopyPorts, 'versionsOfKey'>,
  task: CopyTask,
): Promise<Ref | undefined> => {
  if (!isOntoItself(task)) return task.to;
  const { bucket, key } = task.to;
  const candidate = candidateOf(task, await versionsOfKey(bucket, key));
  return candidate && { bucket, key, versionId: candidate.versionId };
};

const candidateOf = (
  { attributes: { ref, etag } }: CopyTask,
  versions: readonly KeyVersion[],
): KeyVersion | undefined => {
  const sourceId = ref.versionId ?? 'null'; // as lists name the only version of an unversioned bucket
  const at = versions.findIndex((one) => one.versionId === sourceId && one.etag === etag);
  if (at >= 0) return versions[at - 1];
  return sourceId === 'null' ? versions.find(({ versionId }) => versionId === 'null') : undefined;
};
