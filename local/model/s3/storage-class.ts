// https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html status: documented
import type { Refused } from '../call.ts';
import { refuse } from '../result.ts';
import type { StoredObject } from './stored-object.ts';

const CLASSES: ReadonlySet<string> = new Set([
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER',
  'GLACIER_IR',
  'DEEP_ARCHIVE',
]);

export const readStorageClass = (
  given: string | undefined,
): { readonly storageClass: string } | Refused =>
  CLASSES.has(given ?? 'STANDARD')
    ? { storageClass: given ?? 'STANDARD' }
    : refuse(400, 'InvalidStorageClass', 'The storage class you specified is not valid');

export const isArchiveClass = ({
  storageClass,
  archiveStatus,
}: Pick<StoredObject, 'storageClass' | 'archiveStatus'>): boolean =>
  storageClass === 'GLACIER' || storageClass === 'DEEP_ARCHIVE' || archiveStatus !== undefined;

/** Archived and not restored: neither readable nor copyable now. */
export const isArchived = (object: StoredObject, now: number): boolean =>
  isArchiveClass(object) && (object.restoredUntil ?? 0) <= now;
