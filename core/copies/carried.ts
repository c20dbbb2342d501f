import { fingerprint } from '../fingerprint.ts';
import { canonicalJson } from '../policy/canonical-json.ts';
import { carriedGrants } from './carried-grants.ts';
import type { CopyTask } from './copy-task.ts';
import type { Checksum, ObjectAttributes } from './object-attributes.ts';

/**
 * Fingerprint of what a copy carries in the same request that makes it: a copy that lacks any of it is not ours.
 * Annotations may follow later, a lock may end meanwhile, and a checksum may change its type, so they are not in it.
 */
export const carriedFingerprint = (
  attributes: ObjectAttributes,
  { acl }: Pick<CopyTask, 'acl'>,
): string =>
  fingerprint(
    'carried',
    String(attributes.size),
    canonicalJson(attributes.headers),
    canonicalJson(attributes.metadata),
    String(attributes.missingMetadata),
    attributes.websiteRedirect,
    attributes.storageClass,
    canonicalJson(attributes.tags),
    canonicalJson(acl === 'carry' ? carriedGrants(attributes.acl) : []),
  );

/**
 * Fingerprint of what else the request that makes a copy is given once and for all: an upload keeps the encryption and
 * the lock that it was begun with. A retention that has ended since is still told, and so changes nothing here.
 */
export const askedFingerprint = ({ attributes, encryption, lock }: CopyTask): string =>
  fingerprint(
    'asked',
    canonicalJson(encryption),
    lock === 'carry' ? lockText(attributes) : undefined,
  );

const lockText = ({ lock, eventHold }: ObjectAttributes): string =>
  canonicalJson([
    lock?.mode,
    lock?.retainUntil?.toISOString(),
    lock?.legalHold === true,
    eventHold,
  ]);

/** A checksum that says which bytes these are; a composite one also says how they were cut. */
export const wholeChecksum = (checksum: Checksum | undefined): string | undefined =>
  checksum?.type === 'FULL_OBJECT' ? `${checksum.algorithm} ${checksum.value}` : undefined;

/** Whether two checksums prove that the bytes differ. Those of two algorithms prove nothing. */
export const contradict = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one !== other &&
  one.split(' ')[0] === other.split(' ')[0];
