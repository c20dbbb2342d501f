import type { S3Scope } from './scope.ts';

const ACCOUNT = /^\d{12}$/;

/** The account in whose name S3 asks KMS: the caller's, or the owner's where an AWS service writes. */
export const requesterAccount = ({ bucket, context }: S3Scope): string =>
  ACCOUNT.test(context.caller.account) ? context.caller.account : bucket.owner;
