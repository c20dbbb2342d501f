import type { CopyObjectCommandInput } from '@aws-sdk/client-s3';
import { carriedGrants } from '../../core/copies/carried-grants.ts';
import type { CopyTask, EncryptWith } from '../../core/copies/copy-task.ts';
import { lockInForce } from '../../core/copies/lock-in-force.ts';
import type { Grant, ObjectAttributes } from '../../core/copies/object-attributes.ts';

type Given<Member extends keyof CopyObjectCommandInput> = {
  [Name in Member]?: NonNullable<CopyObjectCommandInput[Name]>;
};

/**
 * What S3 carries over by no directive and therefore has to be said again: storage class, redirect, encryption,
 * ACL and lock. The same members for CopyObject and CreateMultipartUpload.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export const newObjectInput = ({ attributes, encryption, acl, lock }: CopyTask, now: Date) => ({
  StorageClass: attributes.storageClass as NonNullable<CopyObjectCommandInput['StorageClass']>,
  ...(attributes.websiteRedirect !== undefined && {
    WebsiteRedirectLocation: attributes.websiteRedirect,
  }),
  ...encryptionInput(encryption),
  ...(acl === 'carry' && grantInput(carriedGrants(attributes.acl))),
  ...(lock === 'carry' && lockInput(attributes, now)),
});

/** Nothing is left to the bucket's default. Bucket keys are said where they exist: not with SSE-S3, not with DSSE. */
const encryptionInput = (
  to: EncryptWith,
): Given<'ServerSideEncryption' | 'SSEKMSKeyId' | 'BucketKeyEnabled'> =>
  to.algorithm === 'AES256'
    ? { ServerSideEncryption: 'AES256' }
    : {
        ServerSideEncryption: to.algorithm,
        SSEKMSKeyId: to.keyArn,
        ...(to.algorithm === 'aws:kms' && { BucketKeyEnabled: to.bucketKey }),
      };

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#setting-acls */
const grantInput = (
  grants: readonly Grant[],
): Given<'GrantFullControl' | 'GrantRead' | 'GrantReadACP' | 'GrantWriteACP'> => {
  const header = (permission: Grant['permission']): string =>
    grants
      .filter((grant) => grant.permission === permission)
      .map(({ grantee }) =>
        grantee.kind === 'user' ? `id="${grantee.id}"` : `uri="${grantee.uri}"`,
      )
      .join(', ');
  const all = {
    GrantFullControl: header('FULL_CONTROL'),
    GrantRead: header('READ'),
    GrantReadACP: header('READ_ACP'),
    GrantWriteACP: header('WRITE_ACP'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html */
const lockInput = (
  { lock, eventHold }: ObjectAttributes,
  now: Date,
): Given<Extract<keyof CopyObjectCommandInput, `ObjectLock${string}`>> => {
  const { mode, retainUntil, legalHold } = lockInForce(lock, now) ?? {};
  return {
    ...(mode &&
      retainUntil && {
        ObjectLockMode: mode,
        ObjectLockRetainUntilDate: retainUntil,
      }),
    ...(legalHold === true && { ObjectLockLegalHoldStatus: 'ON' as const }),
    ...(eventHold && {
      ObjectLockEventHold: 'ON' as const,
      ...(eventHold.days !== undefined && { ObjectLockEventHoldDurationDays: eventHold.days }),
      ...(eventHold.years !== undefined && { ObjectLockEventHoldDurationYears: eventHold.years }),
    }),
  };
};
