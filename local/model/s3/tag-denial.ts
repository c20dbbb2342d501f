// The one kind of statement in a bucket policy that is evaluated, and only for callers whose ARN is known: nobody but
// the principals listed may act on objects that carry a tag. Every other statement is kept, and never looked at.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging-and-policies.html status: documented
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn status: documented
import type { Refused } from '../call.ts';
import { accessDenied } from './refusals.ts';
import type { S3Scope } from './scope.ts';
import type { StoredObject } from './stored-object.ts';

type Statement = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly string[] => [value ?? []].flat().map(String);

const matches = (pattern: string, text: string): boolean => {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'su').test(text);
};

/** Its two conditions, where it has exactly those: a tag that exists, and a principal that is not listed. */
const readConditions = (
  statement: Statement,
): { readonly tag: string; readonly exempt: readonly string[] } | undefined => {
  const { Null, ArnNotEquals, ...others } = (statement['Condition'] ?? {}) as Statement;
  const [[name, absent] = ['', undefined], ...more] = Object.entries((Null ?? {}) as Statement);
  const { 'aws:PrincipalArn': exempt, ...keys } = (ArnNotEquals ?? {}) as Statement;
  const tag = /^s3:ExistingObjectTag\/(.+)$/.exec(name)?.[1];
  const extra = more.length + Object.keys(others).length + Object.keys(keys).length;
  return tag !== undefined && String(absent) === 'false' && exempt !== undefined && extra === 0
    ? { tag, exempt: listOf(exempt) }
    : undefined;
};

/** A session's principal is its role. The path of a role is not in its sessions' ARNs: such roles match by name only. */
const principalOf = (arn: string): string =>
  arn.replace(
    /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\/.*$/s,
    (_whole, partition: string, account: string, role: string) =>
      `arn:${partition}:iam::${account}:role/${role}`,
  );

const denies = (
  statement: Statement,
  { tags }: StoredObject,
  action: string,
  resource: string,
  principal: string,
): boolean => {
  const { Effect, Principal, Action, Resource } = statement;
  const conditions = readConditions(statement);
  return (
    Effect === 'Deny' &&
    Principal === '*' &&
    conditions !== undefined &&
    tags.has(conditions.tag) &&
    listOf(Action).some((one) => matches(one.toLowerCase(), action.toLowerCase())) &&
    listOf(Resource).some((one) => matches(one, resource)) &&
    !conditions.exempt.some((one) => matches(one, principal))
  );
};

const statementsOf = (policy: string): readonly Statement[] =>
  [
    (JSON.parse(policy) as { readonly Statement: Statement | readonly Statement[] }).Statement,
  ].flat();

/** `action` without version: `s3:GetObject` is asked as `s3:GetObjectVersion` where a version is named. */
export const checkTagDenial = (
  { model, bucket, key, context }: S3Scope,
  object: StoredObject,
  [action, versionAction]: readonly [string, string],
  versionId: string | undefined,
): Refused | undefined => {
  const { arn } = context.caller;
  if (arn === undefined || bucket.policy === undefined) return undefined;
  const asked = versionId === undefined ? action : versionAction;
  const resource = `arn:${model.partition}:s3:::${bucket.name}/${key}`;
  return statementsOf(bucket.policy).some((one) =>
    denies(one, object, asked, resource, principalOf(arn)),
  )
    ? accessDenied()
    : undefined;
};

export const READ = ['s3:GetObject', 's3:GetObjectVersion'] as const;
export const TAG = ['s3:PutObjectTagging', 's3:PutObjectVersionTagging'] as const;
export const UNTAG = ['s3:DeleteObjectTagging', 's3:DeleteObjectVersionTagging'] as const;
