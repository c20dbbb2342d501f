import { createHash, randomBytes } from 'node:crypto';
import { DisableKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { clientConfig } from '../../start-local-aws.ts';
import type { Ending } from '../check/ending.ts';
import { createKey } from '../stage/keys.ts';
import { announce } from './announce.ts';
import { type DemoCase, numbered } from './demo-case.ts';
import { bodyOf, putObject, toUpload } from './upload.ts';

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
    place: async (world, key) => {
      const secret = createHash('sha256').update(randomBytes(32)).digest();
      return [
        await putObject(world, 'payroll-partners', key, {
          SSECustomerAlgorithm: 'AES256',
          SSECustomerKey: secret.toString('base64'),
          SSECustomerKeyMD5: createHash('md5').update(secret).digest('base64'),
        }),
      ];
    },
    ends: [reported('encryption', 'customer-key-unknown')],
  },
  {
    id: 'unencrypted',
    title: 'not encrypted at all, from before 2023',
    key: numbered('2019/unencrypted', '.csv'),
    place: async (world, key) => {
      const Body = bodyOf(key);
      world.model.apply<'model', 'PutUnencryptedObject'>({
        service: 'model',
        name: 'PutUnencryptedObject',
        input: { Bucket: 'payroll-archive', Key: key, Body },
      });
      const upload = toUpload(world, 'payroll-archive', key, undefined, Body);
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
    id: 'quarantine',
    title: 'a quarantine rule, whose writer is not enabled yet',
    key: numbered('case-7/quarantine', '.raw'),
    place: async (world, key) => [await putObject(world, 'evidence', key)],
    ends: [reported('encryption', 'not-enabled', { rule: 'evidence', order: 'move' })],
  },
];
