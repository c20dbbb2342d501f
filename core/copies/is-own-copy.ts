import { carriedFingerprint, contradict, wholeChecksum } from './carried.ts';
import type { CopyProgress } from './copy-progress.ts';
import type { CopyTask } from './copy-task.ts';
import { isEncryptedAs } from './is-encrypted-as.ts';
import type { ObjectAttributes } from './object-attributes.ts';

/** Whether this is what a copy with these attributes makes: encrypted as asked, and all that it carries is there. */
export const isOwnCopy = (
  copy: ObjectAttributes,
  { encryption, acl }: Pick<CopyTask, 'encryption' | 'acl'>,
  { carried, checksum }: Pick<CopyProgress, 'carried' | 'checksum'>,
): boolean =>
  isEncryptedAs(copy.encryption, encryption) &&
  carriedFingerprint(copy, { acl }) === carried &&
  !contradict(checksum, wholeChecksum(copy.checksum));
