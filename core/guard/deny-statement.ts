import { MARKER } from '../quarantine/marker.ts';
import type { RoleArn } from './role-arn.ts';

/** What a deny statement is about. */
export type Guard = {
  readonly bucket: string;
  readonly partition: string;
  readonly trustedRoles: readonly RoleArn[]; // reader, quarantine writer, release
};

/**
 * Reading an object, and every way to take its marker off. Only actions for which S3 knows the tags of the object:
 * in a statement with any other, S3 would not find the condition to hold. So replication, annotations and
 * GetObjectAttributes, which tells no bytes, are not in it; torrents have not been served since 2022.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export const GUARDED_ACTIONS = [
  's3:GetObject',
  's3:GetObjectVersion',
  's3:PutObjectTagging',
  's3:PutObjectVersionTagging',
  's3:DeleteObjectTagging',
  's3:DeleteObjectVersionTagging',
] as const;

export const MARKER_KEY = `s3:ExistingObjectTag/${MARKER}`;
export const PRINCIPAL_KEY = 'aws:PrincipalArn';

export type DenyStatement = {
  readonly Sid: string;
  readonly Effect: 'Deny';
  readonly Principal: '*';
  readonly Action: readonly string[];
  readonly Resource: string;
  readonly Condition: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
};

/**
 * The statement that makes the marker tag mean something. `Null: false` holds only where the tag is there, whatever
 * its value. `aws:PrincipalArn` of a session is its role's ARN, and a caller who has none (anonymous, or an AWS
 * service) is denied too, since a negated operator holds where its key is missing.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging-and-policies.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const denyStatement = ({ bucket, partition, trustedRoles }: Guard): DenyStatement => ({
  Sid: 'SealwardIsolation',
  Effect: 'Deny',
  Principal: '*',
  Action: GUARDED_ACTIONS,
  Resource: `arn:${partition}:s3:::${bucket}/*`,
  Condition: {
    Null: { [MARKER_KEY]: 'false' },
    ArnNotEquals: { [PRINCIPAL_KEY]: trustedRoles },
  },
});
