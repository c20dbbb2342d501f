import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import { isOntoItself } from '../../core/copies/is-onto-itself.ts';
import type { CopyPorts } from './copy-ports.ts';

type Refused = Extract<Copied, { kind: 'refused' }>;

/**
 * Why nothing may be written where versioning is suspended: S3 writes the null version then, and an older one is gone
 * without a trace, however many versions lie above it. No precondition looks at it. Only a null version that is
 * copied onto itself makes way for its own data. Asked right before each write, since it can be suspended any time.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/AddingObjectstoVersionSuspendedBuckets.html
 */
export const refuseSuspended = async (
  { readVersioning }: Pick<CopyPorts, 'readVersioning'>,
  task: CopyTask,
): Promise<Refused | undefined> => {
  const { bucket } = task.to;
  const versioning = await readVersioning(bucket);
  if (versioning.kind === 'versioning-unreadable') {
    return {
      kind: 'refused',
      code: 'VersioningUnreadable',
      words: `whether versioning of \`${bucket}\` is suspended cannot be read (${versioning.words}): allow \`s3:GetBucketVersioning\``,
    };
  }
  const replacesItself = isOntoItself(task) && (task.attributes.ref.versionId ?? 'null') === 'null';
  return versioning.status !== 'suspended' || replacesItself
    ? undefined
    : {
        kind: 'refused',
        code: 'VersioningSuspended',
        words: `versioning of \`${bucket}\` is suspended, so a copy would overwrite the null version: enable it again`,
      };
};
