import { carriedFingerprint, contradict, wholeChecksum } from './carried.ts';
import type { CopyProgress } from './copy-progress.ts';
import type { CopyTask } from './copy-task.ts';
import { isEncryptedAs } from './is-encrypted-as.ts';
import type { ObjectAttributes } from './object-attributes.ts';

/**
 * How far apart our clock and S3's may be, in milliseconds. S3 refuses requests that are 15 minutes off, while Lambda
 * keeps its time within seconds; a person's machine is somewhere in between. S3 dates are whole seconds, and that of
 * a copy in parts is when its upload was begun, just before the note.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html#SysMetadata
 */
const CLOCK_SKEW = 5 * 60_000;

/**
 * Whether this may be what a copy with these attributes makes: encrypted as asked, not older than its note, and all
 * that it carries is there. S3 gives a copy a checksum of its source's algorithm, so that any other tells a stranger.
 */
export const isOwnCopy = (
  copy: ObjectAttributes,
  { encryption, acl }: Pick<CopyTask, 'encryption' | 'acl'>,
  { carried, checksum, startedAt }: Pick<CopyProgress, 'carried' | 'checksum' | 'startedAt'>,
): boolean =>
  isEncryptedAs(copy.encryption, encryption) &&
  copy.lastModified.getTime() >= Date.parse(startedAt) - CLOCK_SKEW &&
  carriedFingerprint(copy, { acl }) === carried &&
  (checksum === undefined || checksum.split(' ')[0] === copy.checksum?.algorithm) &&
  !contradict(checksum, wholeChecksum(copy.checksum));
