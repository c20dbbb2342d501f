import type { DemoCase } from './demo-case.ts';
import { numbered } from './demo-case.ts';
import { putObject } from './upload.ts';

/** Objects that are as the policy wants them, or that it lets be. */
export const compliantCases: readonly DemoCase[] = [
  {
    id: 'right-key',
    title: 'the right key, with a bucket key',
    key: numbered('statements/right-key', '.pdf'),
    place: async (world, key) => [
      await putObject(world, 'payroll', key, {
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: world.keys.payroll,
        BucketKeyEnabled: true,
      }),
    ],
    ends: [{ how: 'compliant', rule: 'payroll' }],
  },
  {
    id: 'right-alias',
    title: 'the right key, named by its alias',
    key: numbered('statements/right-alias', '.pdf'),
    place: async (world, key) => [
      await putObject(world, 'payroll', key, {
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: 'alias/payroll',
        BucketKeyEnabled: true,
      }),
    ],
    ends: [{ how: 'compliant', rule: 'payroll' }],
  },
  {
    id: 'bucket-default',
    title: 'nothing asked for, but the bucket encrypts by default',
    key: numbered('statements/by-default', '.pdf'),
    place: async (world, key) => [await putObject(world, 'payroll-sealed', key)],
    ends: [{ how: 'compliant', rule: 'payroll' }],
  },
  {
    id: 'dsse',
    title: 'DSSE-KMS, which the rule lists',
    key: numbered('statements/dsse', '.pdf'),
    place: async (world, key) => [
      await putObject(world, 'payroll', key, {
        ServerSideEncryption: 'aws:kms:dsse',
        SSEKMSKeyId: world.keys.payroll,
      }),
    ],
    ends: [{ how: 'compliant', rule: 'payroll' }],
  },
  {
    id: 'exempt',
    title: 'a bucket with an exemption',
    key: numbered('incoming/vendor', '.csv'),
    place: async (world, key) => [await putObject(world, 'etl-landing', key)],
    ends: [{ how: 'exempt', exemption: 'etl-landing' }],
  },
];
