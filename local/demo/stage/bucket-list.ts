import type { ServerSideEncryptionRule } from '@aws-sdk/client-s3';
import type { DemoKeys } from './keys.ts';

/** How the stack hears of new objects: `none` is a bucket that nobody enrolled, which only a sweep reaches. */
export type Told = 'eventbridge' | 'queue' | 'topic' | 'none';

export type DemoBucket = {
  readonly name: string;
  readonly told: Told;
  readonly versioning?: 'Enabled' | 'Suspended';
  readonly objectLock?: true;
  readonly acls?: true; // as in buckets from before April 2023
  readonly guarded?: true; // its owner has put the statement there that `sealward guard` prints
  readonly encryption?: (keys: DemoKeys) => ServerSideEncryptionRule;
};

// New buckets refuse SSE-C; their owner lifted the block.
const withSseC = (): ServerSideEncryptionRule => ({
  BlockedEncryptionTypes: { EncryptionType: ['NONE'] },
});

export const BUCKETS: readonly DemoBucket[] = [
  { name: 'payroll', told: 'eventbridge', versioning: 'Enabled' },
  { name: 'payroll-exports', told: 'eventbridge' },
  { name: 'payroll-suspended', told: 'eventbridge', versioning: 'Suspended' },
  { name: 'payroll-locked', told: 'eventbridge', objectLock: true },
  {
    name: 'payroll-sealed', // by its owner, as all should be
    told: 'eventbridge',
    encryption: ({ payroll }) => ({
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: payroll },
      BucketKeyEnabled: true,
    }),
  },
  { name: 'payroll-partners', told: 'eventbridge', encryption: withSseC },
  { name: 'payroll-queue', told: 'queue' },
  { name: 'payroll-topic', told: 'topic', versioning: 'Enabled' },
  { name: 'payroll-archive', told: 'none' },
  { name: 'shared', told: 'eventbridge' },
  { name: 'campaigns', told: 'eventbridge', versioning: 'Enabled' },
  { name: 'etl-landing', told: 'eventbridge' },
  { name: 'scans', told: 'eventbridge', versioning: 'Enabled', acls: true },
  { name: 'scans-plain', told: 'eventbridge' },
  { name: 'vault', told: 'eventbridge', versioning: 'Enabled' },
  {
    name: 'partners',
    told: 'eventbridge',
    versioning: 'Enabled',
    guarded: true,
    encryption: withSseC,
  },
  { name: 'partners-open', told: 'eventbridge', versioning: 'Enabled' },
  { name: 'evidence', told: 'eventbridge', versioning: 'Enabled', acls: true, guarded: true },
  { name: 'evidence-old', told: 'none', versioning: 'Enabled' },
  { name: 'evidence-plain', told: 'eventbridge' },
  { name: 'evidence-locked', told: 'eventbridge', objectLock: true, guarded: true },
  { name: 'evidence-suspended', told: 'eventbridge', versioning: 'Suspended', guarded: true },
  { name: 'hearings', told: 'eventbridge', versioning: 'Enabled' },
];
