import { getObjectAcl } from '../../../../local/model/s3/object-acl.ts';
import { isRefused } from '../../../../local/model/result.ts';
import { emptyModel } from '../../../../local/model/state.ts';
import { ownerOf } from '../../../../local/model/s3/object-owner.ts';
import { canonicalIdOf } from '../../../../local/model/ids.ts';
import { List } from 'immutable';
import type { Version } from '../../../../local/model/s3/stored-object.ts';
import type { Held } from './content.ts';

const MODEL = emptyModel({ account: '', region: '', partition: '' });
const ONE: List<Version> = List();
const NONE: ReadonlySet<string> = new Set();

/**
 * What an ACL gives to others than the owner, as S3 would tell it. WRITE means nothing on an object.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 */
export const grantsOf = ({ bucket, object }: Held): ReadonlySet<string> => {
  const { canned, grants } = object.acl;
  if (grants === undefined && canned === 'private') return NONE;
  const caller = { account: bucket.owner };
  const alone = { ...bucket, versions: bucket.versions.clear().set('key', ONE.set(0, object)) };
  const scope = {
    model: MODEL,
    bucket: alone,
    key: 'key',
    context: { caller, now: 0, requestId: '' },
  };
  const told = getObjectAcl(scope, { Bucket: bucket.name, Key: 'key' });
  if (isRefused(told) || told.result.kind !== 'ok') return NONE;
  const owner = canonicalIdOf(ownerOf(bucket, object));
  const given = (told.result.output.Grants ?? []).flatMap(({ Grantee, Permission }) => {
    const grantee = Grantee?.URI ?? Grantee?.ID ?? '';
    const isOwners = grantee === owner && Permission === 'FULL_CONTROL';
    return isOwners || Permission === 'WRITE' ? [] : [`${Permission} ${grantee}`];
  });
  return new Set(given);
};

export const sameGrants = (one: Held, other: Held): boolean => {
  const [ours, theirs] = [grantsOf(one), grantsOf(other)];
  return ours.size === theirs.size && [...ours].every((grant) => theirs.has(grant));
};
