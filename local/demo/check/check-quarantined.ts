import { isDeepStrictEqual } from 'node:util';
import type { Grant } from '../../../core/copies/object-attributes.ts';
import { parseManifest } from '../../../core/quarantine/parse-manifest.ts';
import { quarantineKeys } from '../../../core/quarantine/quarantine-keys.ts';
import { findVersion } from '../../model/s3/version-stack.ts';
import type { AwsModel } from '../../model/state.ts';
import type { Evidence } from './evidence.ts';
import { copyDifferences, grantsOf } from './differences.ts';
import { type ObjectName, type Snapshot, takeSnapshot } from './snapshot.ts';

/** Compares the copy in quarantine, and the manifest beside it, with the object that was moved there. */
export const checkQuarantined = (
  { bucket, before }: ObjectName & { readonly before: Snapshot },
  intentId: string | undefined,
  { model, quarantine }: Evidence,
): readonly string[] => {
  if (intentId === undefined) return ['was moved, and no intent tells where'];
  const keys = quarantineKeys(bucket, intentId);
  const copy = takeSnapshot(model, { bucket: quarantine.bucket, key: keys.object });
  if (copy === undefined) return ['was moved, and is not in quarantine'];
  const { encryption } = copy;
  const isUnderKey = encryption.kind === 'sse-kms' && encryption.keyArn === quarantine.keyArn;
  return [
    ...copyDifferences(before, copy, 'left').map((name) => `${name} changed in quarantine`),
    ...(isUnderKey ? [] : [`is encrypted with ${JSON.stringify(encryption)} in quarantine`]),
    ...checkManifest(textOf(model, { bucket: quarantine.bucket, key: keys.manifest }), before),
  ];
};

const textOf = (model: AwsModel, { bucket, key }: ObjectName): string => {
  const found = model.buckets.get(bucket);
  const version = found && findVersion(found, key, undefined);
  return version?.kind === 'object' ? Buffer.from(version.bytes).toString('utf8') : '';
};

/** The ACL is the one thing that the copy cannot hold. */
const checkManifest = (text: string, before: Snapshot): readonly string[] => {
  const manifest = parseManifest(text);
  if ('unreadable' in manifest) return [`its manifest cannot be read: ${manifest.unreadable}`];
  const told = manifest.source.acl?.grants.map(toStored) ?? [];
  const had = grantsOf(before);
  const isDefault = had.length === 1 && had[0] === 'private';
  return isDefault || isDeepStrictEqual(told.map((one) => JSON.stringify(one)).toSorted(), had)
    ? []
    : [`its manifest tells of grants ${JSON.stringify(told)}, it had ${had.join(', ')}`];
};

const toStored = ({ grantee, permission }: Grant): object => ({
  Grantee:
    grantee.kind === 'user'
      ? { Type: 'CanonicalUser', ID: grantee.id }
      : { Type: 'Group', URI: grantee.uri },
  Permission: permission,
});
