import { assumed, documented, observed, s3Api, s3Guide } from './rule.ts';

export const VERSION_RULES = [
  ...documented(s3Guide('versioning-workflows'), {
    'version/never': 'without versioning a write replaces the object and no version id is shown',
    'version/enabled': 'with versioning every write adds a version under an id of its own',
    'version/null-stays': 'what was there before versioning stays as the null version',
  }),
  ...documented(s3Guide('AddingObjectstoVersionSuspendedBuckets'), {
    'version/suspended': 'while suspended a write replaces the null version and no other',
  }),
  ...documented(s3Api('DeleteObject'), {
    'delete/marker': 'a delete without version id puts a marker on top and loses nothing',
    'delete/version': 'a delete by version id removes that version for good, marker or not',
    'delete/unversioned': 'without versioning a delete removes the object',
  }),
  ...documented(s3Guide('MultiFactorAuthenticationDelete'), {
    'delete/mfa': 'with MFA delete on, a version is removed only with a code, else 403',
    'delete/mfa-setting': 'MFA delete is set and changed only with a code, and is read back',
  }),
  ...documented(s3Guide('DeletingObjectsfromVersioningSuspendedBuckets'), {
    'delete/suspended':
      'while suspended a delete puts a null marker in the place of the null version',
  }),
  ...observed(s3Api('DeleteObject'), {
    'delete/nothing': 'deleting what is not there succeeds and tells nobody',
  }),
  ...documented(s3Api('DeleteObjects'), {
    'delete/many': 'many deletes are judged one by one, a thousand at most',
  }),
] as const;

export const LOCK_RULES = [
  ...documented(s3Guide('object-lock'), {
    'lock/blocks-delete': 'a retained or held version cannot be removed: 403',
    'lock/bypass': 'governance can be bypassed; compliance and a legal hold cannot',
    'lock/allows-markers': 'new versions and delete markers are never held back',
    'lock/default-retention': 'new versions get the default retention of the bucket',
    'lock/only-grows': 'retention may be extended, not shortened or taken away without a bypass',
    'lock/ends': 'a retention that has ended holds nothing back',
  }),
  ...documented(s3Api('ObjectLockRetention'), {
    'lock/event-hold': 'an event hold protects, and is read back with its duration',
    'lock/event-hold-released': 'a released event hold protects for its duration',
    'lock/event-hold-duration': 'an event hold has one duration, in days or in years, else 400',
  }),
  ...documented(s3Api('PutObjectRetention'), {
    'lock/needs-bucket': 'locks are refused with 400 in buckets without Object Lock',
    'lock/round-trip': 'retention and legal hold are read back as they were set',
  }),
  ...documented(s3Api('PutObjectLockConfiguration'), {
    'lock/configuration':
      'Object Lock needs versioning, and versioning cannot be suspended under it',
  }),
  ...observed(s3Api('PutObjectRetention'), {
    'lock/bad-date': 'a retain-until date in the past, or without a mode, is refused with 400',
  }),
] as const;

export const TAG_RULES = [
  ...documented(s3Guide('object-tagging'), {
    'tag/replace': 'a tag write replaces the whole set and leaves ETag and LastModified alone',
    'tag/limits': 'more than ten tags, long, doubled or `aws:` keys are refused with 400',
    'tag/header': 'tags may come with the upload as a URL query',
  }),
  ...documented(s3Guide('UsingMetadata'), {
    'tag/metadata-limit': 'user metadata above 2 KB is refused with 400',
  }),
  ...documented(s3Guide('about-object-ownership'), {
    'acl/off':
      'ACLs are refused with 400 where they are off, but for the full control of the owner',
    'acl/on': 'where ACLs are on they are kept and shown',
    'acl/off-shown': 'where ACLs are off every object shows the full control of the bucket owner',
    'acl/owner': "an object is its writer's, or the bucket owner's where the bucket says so",
  }),
  ...documented(s3Guide('acl-overview'), {
    'acl/grantees': 'grants name canonical ids of 64 digits or predefined groups, else 400',
    'acl/grants-on-write': 'grants may come with an upload, a copy and an upload in parts',
    'acl/one-way': 'a canned ACL and grants together are refused with 400',
  }),
] as const;

export const CLASS_RULES = [
  ...documented(s3Guide('storage-class-intro'), {
    'class/known': 'a storage class that is not one is refused with 400',
  }),
  ...documented(s3Api('RestoreObject'), {
    'class/restore': 'an archived object is readable after a restore, until the restore expires',
    'class/restore-refused': 'restoring what is not archived is refused with 403',
  }),
  ...documented(s3Guide('replication-what-is-isnot-replicated'), {
    'replication/pending': 'new versions that a rule covers wait as PENDING',
  }),
  ...documented(s3Guide('replication-config-for-kms-objects'), {
    'replication/kms-opt-in': 'KMS objects are left out unless the rule opts in',
  }),
  ...assumed(s3Guide('replication-status'), {
    'replication/completed': 'a test says how replication ended',
  }),
] as const;
