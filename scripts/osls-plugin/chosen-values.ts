import { bucketArns, objectArns } from './bucket-patterns.ts';
import type { Chosen } from './chosen.ts';

const ACCOUNT = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' };

/** What `${sealward:…}` stands for in serverless.yml and infra/: what the deployer chose, as the template needs it. */
export const chosenValues = {
  copyBuckets: ({ copyBuckets }: Chosen) => copyBuckets.join(','),
  copyBucketArns: ({ copyBuckets }: Chosen) => bucketArns(copyBuckets),
  copyObjectArns: ({ copyBuckets }: Chosen) => objectArns(copyBuckets),
  quarantineBuckets: ({ quarantineBuckets }: Chosen) => quarantineBuckets.join(','),
  quarantineBucketArns: ({ quarantineBuckets }: Chosen) => bucketArns(quarantineBuckets),
  quarantineObjectArns: ({ quarantineBuckets }: Chosen) => objectArns(quarantineBuckets),
  breakerOrdersPerHour: (chosen: Chosen) => chosen.breakerOrdersPerHour,
  /** Naming the account leaves it to IAM who may assume the role. */
  releasePrincipals: ({ releasePrincipals }: Chosen) =>
    releasePrincipals.length === 0 ? [ACCOUNT] : releasePrincipals,
} as const;
