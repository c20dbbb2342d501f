import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { CopyTask } from '../../core/copies/copy-task.ts';
import { isOntoItself } from '../../core/copies/is-onto-itself.ts';
import { isOwnCopy } from '../../core/copies/is-own-copy.ts';
import type { KeyVersion } from '../../core/copies/key-version.ts';
import type { Made } from '../../core/copies/made.ts';
import type { CopyPorts } from './copy-ports.ts';

/** The copy that an earlier try of this task has made, where its answer never arrived. */
export const findOwnCopy = async (
  ports: Pick<CopyPorts, 'versionsOfKey' | 'readAttributes'>,
  task: CopyTask,
  expected: Pick<CopyProgress, 'carried' | 'checksum'>,
): Promise<Made | undefined> => {
  const { bucket, key } = task.to;
  const candidate = candidateOf(task, await ports.versionsOfKey(bucket, key));
  if (candidate === undefined) return undefined;
  const { versionId, etag } = candidate;
  const reading = await ports.readAttributes({ bucket, key, versionId });
  return reading.kind === 'attributes' && isOwnCopy(reading.attributes, task, expected)
    ? { kind: 'made', etag, versionId }
    : undefined;
};

/**
 * Where that copy would be: right above its source, in its source's place where versioning is off, and on top at
 * any other destination.
 */
const candidateOf = (task: CopyTask, versions: readonly KeyVersion[]): KeyVersion | undefined => {
  if (!isOntoItself(task)) return versions[0];
  const { ref, etag } = task.attributes;
  const sourceId = ref.versionId ?? 'null'; // as lists name the only version of an unversioned bucket
  const at = versions.findIndex((one) => one.versionId === sourceId && one.etag === etag);
  if (at >= 0) return versions[at - 1];
  return sourceId === 'null' ? versions.find(({ versionId }) => versionId === 'null') : undefined;
};
