import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  PutBucketVersioningCommand,
} from '@aws-sdk/client-s3';
import type { Quarantine } from '../../../core/quarantine/move-task.ts';
import type { Environment } from '../../../runtime/environment.ts';
import { QUARANTINE_BUCKETS } from '../stage/params.ts';
import { createKey } from '../stage/keys.ts';
import type { InProcessClients, Where } from './clients.ts';

export type InProcessStack = {
  readonly name: string;
  readonly quarantine: Quarantine;
  readonly environment: Environment; // of the quarantine writer
  readonly outputs: () => Readonly<Record<string, string>>;
};

/** The parts of the stack that lie in S3 and KMS, and what CloudFormation would tell of all of them. */
export const createInProcessStack = async (
  { s3, kms }: Pick<InProcessClients, 's3' | 'kms'>,
  { account, region }: Where,
): Promise<InProcessStack> => {
  const name = 'sealward-demo';
  const keyArn = await createKey(kms, 'quarantine');
  const Bucket = `${name}-quarantine`;
  const LocationConstraint = region as BucketLocationConstraint;
  await s3.send(
    new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint } }),
  );
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));

  const role = (which: string): string => `arn:aws:iam::${account}:role/${name}-${which}`;
  const roles = {
    JudgeObjectRoleArn: role('judge-object'),
    QuarantineObjectRoleArn: role('quarantine-object'),
    ReleaseRoleArn: role('release'),
  };
  return {
    name,
    quarantine: { bucket: Bucket, keyArn },
    environment: {
      SEALWARD_ACCOUNT: account,
      SEALWARD_PARTITION: 'aws',
      SEALWARD_STACK: name,
      SEALWARD_QUARANTINE_BUCKET: Bucket,
      SEALWARD_QUARANTINE_KEY: keyArn,
      SEALWARD_TRUSTED_ROLES: Object.values(roles).join(','),
    },
    outputs: () => ({
      ...roles,
      QuarantineBucketName: Bucket,
      QuarantineKeyArn: keyArn,
      QuarantineBuckets: QUARANTINE_BUCKETS.join(','),
      StateTableName: 'state',
      LedgerStreamName: 'ledger',
    }),
  };
};
