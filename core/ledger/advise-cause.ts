import type { Cause } from '../objects/object-facts.ts';

const ADVICE: Readonly<Record<Cause, string>> = {
  'access-denied':
    'let the reader role read the object: look for a deny in the bucket policy, and whether it may list the bucket',
  'invalid-request':
    'judge it again; if that answers the same, the version id may be none of this object',
  'managed-elsewhere': 'look at the service that manages its encryption: S3 tells nothing about it',
  'tags-unreadable': 'let the reader role read the tags of the object and of the bucket',
  'key-unreadable': 'let the reader role describe the key: look at the key policy',
  'rotation-unreadable':
    'let the reader role read the rotation status of the key: look at the key policy',
  'wrong-region': 'judge it with the stack of the Region that the bucket is in',
  'gave-up': 'look at the log of the reader for why, then judge it again',
};

/** What a person should do about an object that could not be judged. */
export const adviseCause = (cause: Cause): string => ADVICE[cause];
