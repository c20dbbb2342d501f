import type { Copied, CopyTask } from '../../core/copies/copy-task.ts';
import type { CopyPorts } from './copy-ports.ts';
import { refuseUnread } from './refuse-unread.ts';

/** A copy has preconditions on both of its ends, and S3 does not say which one does not hold. */
export const whatChanged = async (
  ports: Pick<CopyPorts, 'readObject'>,
  { attributes: { ref, etag } }: CopyTask,
  words: string,
): Promise<Copied> => {
  const source = await ports.readObject(ref);
  if (source.kind === 'unreadable') return refuseUnread(source);
  const isThere = source.kind === 'object' && source.etag === etag;
  return { kind: isThere ? 'destination-changed' : 'source-changed', words };
};
