/** What AWS leaves open, by the name that a finding carries. Each stands in docs/limits.md. */
export const WINDOWS = {
  'newer-object-re-keyed':
    'UpdateObjectEncryption has no precondition: overwritten since the verdict',
  'key-changed-before-write': 'somebody changed the key between our read and our write',
  'tags-lost-between-read-and-write': 'PutObjectTagging replaces the set without a precondition',
  'marker-on-newer-object':
    'PutObjectTagging without a version id: overwritten since our last look',
  'attributes-changed-before-copy': 'what CopyObject does not carry was changed since we read it',
  'annotations-changed-before-carried': 'an annotation was written between our read and our write',
  'annotations-gone-with-their-source':
    'the source was deleted before its annotations were carried',
  'annotations-left-with-their-source':
    'the writer died right after the end of a copy in parts, and the ledger says that it was not finished',
  'equal-etags': 'overwritten with the same bytes and ETag: the precondition holds for both',
  'versioning-suspended-before-write': 'versioning was suspended since we asked',
  'versioning-enabled-before-write':
    'versioning was turned on since the object was read without any',
  'current-deleted-before-version':
    'the delete of a version has no precondition on what is current',
  'newer-upload-of-same-bytes': 'the precondition of a delete compares ETags',
  'changed-before-delete':
    'tags, ACL or annotations were written between the last read and the delete',
  'annotation-changed-and-back': 'the copy has the text that an annotation had in between',
  'two-deliveries-of-one-move': 'the manifest may be that of the other delivery',
} as const;

export type WindowName = keyof typeof WINDOWS;
