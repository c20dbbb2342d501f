import { DisableKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { clientConfig } from '../../start-local-aws.ts';
import type { Ending } from '../check/ending.ts';
import { createKey } from '../stage/keys.ts';
import { announce } from './announce.ts';
import { type DemoCase, numbered } from './demo-case.ts';
import { putUnencrypted } from './put-unencrypted.ts';
import { sseC } from './sse-c.ts';
import { putObject } from './upload.ts';

type Reported = Extract<Ending, { how: 'reported' }>;

const reported = (
  requirement: Reported['requirement'],
  because: Reported['because'],
  rest: Partial<Reported> = {},
): Ending => ({ how: 'reported', rule: 'payroll', requirement, because, ...rest });

/** Objects that are not as the policy wants them, and that nobody touches, each for a reason. */
export const reportedCases: readonly DemoCase[] = [
  {
    id: 'not-listed',
    title: 'under a customer key that `rekey-from` does not list',
    key: numbered('statements/not-listed', '.pdf'),
    place: async (world, key) => [
      await putObject(world, 'payroll', key, {
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: world.keys.research,
      }),
    ],
    ends: [reported('kms-key', 'source-key-not-listed')],
  },
  {
    id: 'foreign-key',
    title: 'under a key of another account',
    key: numbered('statements/foreign-key', '.pdf'),
    place: async (world, key) => [
      await putObject(world, 'payroll', key, {
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: world.keys.foreign,
      }),
    ],
    ends: [reported('kms-key', 'source-key-unusable')],
    says: 'belongs to account `444455556666`',
  },
  {
    id: 'disabled-key',
    title: 'its key was disabled after the upload',
    key: numbered('statements/disabled-key', '.pdf'),
    place: async (world, key) => {
      const kms = new KMSClient(clientConfig(world.url, world.account, world.region));
      const own = await createKey(kms, key);
      const upload = await putObject(world, 'payroll-archive', key, {
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: own,
      });
      await kms.send(new DisableKeyCommand({ KeyId: own }));
      kms.destroy();
      await announce(world, [upload]);
      return [upload];
    },
    ends: [reported('kms-key', 'source-key-unusable')],
    says: 'is in state `Disabled`',
  },
  {
    id: 'sse-c',
    title: 'SSE-C, where the bucket allows it',
    key: numbered('partners/sse-c', '.bin'),
    place: async (world, key) => [await putObject(world, 'payroll-partners', key, sseC())],
    ends: [reported('encryption', 'customer-key-unknown')],
  },
  {
    id: 'unencrypted',
    title: 'not encrypted at all, and the rule does not copy',
    key: numbered('2019/unencrypted', '.csv'),
    place: async (world, key) => {
      const upload = putUnencrypted(world, 'payroll-archive', key);
      await announce(world, [upload]);
      return [upload];
    },
    ends: [reported('encryption', 'needs-copy')],
  },
  {
    id: 'locked',
    title: 'retained by Object Lock',
    key: numbered('statements/locked', '.pdf'),
    place: async (world, key) => [
      await putObject(world, 'payroll-locked', key, {
        ObjectLockMode: 'GOVERNANCE',
        ObjectLockRetainUntilDate: new Date('2099-12-31T00:00:00Z'),
      }),
    ],
    ends: [reported('encryption', 'object-lock')],
    says: 'until 2099-12-31T00:00:00.000Z',
  },
  {
    id: 'untagged',
    title: 'no rule but the default, which reports',
    key: numbered('notes/untagged', '.txt'),
    place: async (world, key) => [await putObject(world, 'shared', key)],
    ends: [reported('encryption', 'policy-says-report', { rule: 'defaults' })],
  },
  {
    id: 'observed',
    title: 'a rule that only observes',
    key: numbered('2026/observed', '.html'),
    place: async (world, key) => [await putObject(world, 'campaigns', key)],
    ends: [reported('encryption', 'observe', { rule: 'campaigns', order: 'update-encryption' })],
  },
  {
    id: 'not-opted-in',
    title: 'a quarantine rule, for a bucket that the deployer did not list',
    key: numbered('2026/hearing', '.mp3'),
    place: async (world, key) => [await putObject(world, 'hearings', key)],
    ends: [reported('encryption', 'not-enabled', { rule: 'evidence', order: 'move' })],
  },
];
