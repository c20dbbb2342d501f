import type { Cause } from '../../core/objects/object-facts.ts';
import { showText } from '../../core/show-text.ts';

const CAUSES: Readonly<Record<Cause, string>> = {
  'access-denied':
    'AWS refused to read it: you need `s3:GetObject` and `s3:GetObjectVersion`; without `s3:ListBucket` this is also the answer for what is not there',
  'invalid-request':
    'S3 did not understand the request: the version id may be none of this object, or the credentials expired',
  'managed-elsewhere': 'another AWS service manages its encryption',
  'tags-unreadable':
    'a rule asks for tags that could not be read: you need `s3:GetObjectTagging`, `s3:GetObjectVersionTagging` and `s3:GetBucketTagging`',
  'key-unreadable': 'its key could not be described: you need `kms:DescribeKey` on it',
  'rotation-unreadable':
    'the rotation of its key could not be read: you need `kms:GetKeyRotationStatus` on it',
  'wrong-region': 'its bucket is in another Region: add `--region`',
  'gave-up': 'it was tried as often as allowed',
};

/** Why it could not be decided, and what to do. A manifest may hold a cause that another version knew. */
export const explainCause = (cause: Cause): string =>
  Object.hasOwn(CAUSES, cause) ? CAUSES[cause] : showText(cause);
